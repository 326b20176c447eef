import { valueOf, type Snapshot } from './snapshot';
import { subjectOf } from './subject';

/** What names a device and whose it is, in the order a helper asks for it. Words are found by `about.<id>`. */
export type AboutId =
  | 'computer'
  | 'model'
  | 'serial'
  | 'windows'
  | 'account'
  | 'domain'
  | 'tenant'
  | 'tenant-id'
  | 'device-id'
  | 'management';

export interface About {
  id: AboutId;
  value: string;
}

const joined = (...parts: (string | number | null | undefined)[]): string | null =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(' ') || null;

/** Many makers repeat themselves in the model. */
const modelOf = (maker: string | null | undefined, model: string | null | undefined) =>
  maker && model?.toLowerCase().startsWith(maker.toLowerCase()) ? model : joined(maker, model);

/** What could not be read is left out, never guessed. */
export const aboutDevice = (snapshot: Snapshot): About[] => {
  const machine = valueOf(snapshot, 'machine');
  const windows = valueOf(snapshot, 'windows-version');
  const registration = valueOf(snapshot, 'device-registration');
  const subject = registration ? subjectOf(registration) : null;
  const [account] = registration?.workAccounts ?? [];
  const build = joined(windows?.build)?.concat(
    typeof windows?.revision === 'number' ? `.${String(windows.revision)}` : '',
  );
  const told: Record<AboutId, string | null | undefined> = {
    computer: machine?.name ?? registration?.deviceName ?? registration?.updated.hostName,
    model: modelOf(machine?.manufacturer, machine?.model),
    serial: machine?.serial,
    windows:
      joined(windows?.edition, windows?.displayVersion, build) ?? registration?.updated.osVersion,
    account: subject?.upn ?? subject?.account ?? snapshot.who?.user,
    domain: registration?.domainName ?? machine?.domain,
    tenant: registration?.tenant.name ?? account?.tenantName,
    'tenant-id': registration?.tenant.id ?? account?.tenantId,
    'device-id': registration?.deviceId ?? account?.deviceId,
    management: registration?.tenant.mdmUrl,
  };
  return (Object.entries(told) as [AboutId, string | null | undefined][]).flatMap(([id, value]) =>
    value === null || value === undefined || value === '' ? [] : [{ id, value }],
  );
};
