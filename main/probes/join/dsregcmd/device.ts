import type { Key, Registration, WorkAccount } from '../../../core/facts/registration';
import type { Lookup } from './lookup';
import type { SectionKind } from './vocabulary';
import { filled, hexCodes, tri, validity, wholeNumber } from './words';

const device = ['device-details', 'device-state'] as const;
const tenantHome = ['tenant', 'device-state'] as const;

const triToBoolean = { yes: true, no: false, unknown: null } as const;

const keyOf = (rows: Lookup, ...sections: SectionKind[]): Key => ({
  provider: filled(rows.value('KeyProvider', ...sections)),
  tpmProtected: triToBoolean[tri(rows.value('TpmProtected', ...sections))],
  certificate: validity(rows.value('DeviceCertificateValidity', ...sections)),
});

type DeviceFacts = Pick<
  Registration,
  | 'joinRows'
  | 'deviceName'
  | 'domainName'
  | 'virtualDesktop'
  | 'deviceId'
  | 'thumbprint'
  | 'deviceKey'
  | 'deviceAuth'
  | 'tenant'
>;

export const readDevice = (rows: Lookup): DeviceFacts => ({
  joinRows: {
    entra: tri(rows.value('AzureAdJoined', 'device-state')),
    enterprise: tri(rows.value('EnterpriseJoined', 'device-state')),
    domain: tri(rows.value('DomainJoined', 'device-state')),
    workplace: tri(rows.value('WorkplaceJoined', 'user')),
  },
  deviceName: filled(rows.value('Device Name', 'device-state')),
  domainName: filled(rows.value('DomainName', 'device-state')),
  virtualDesktop: filled(rows.value('Virtual Desktop', 'device-state')),
  deviceId: filled(rows.value('DeviceId', ...device)),
  thumbprint: filled(rows.value('Thumbprint', ...device)),
  deviceKey: keyOf(rows, ...device),
  deviceAuth: readDeviceAuth(rows),
  tenant: {
    id: filled(rows.value('TenantId', ...tenantHome)),
    name: filled(rows.value('TenantName', ...tenantHome)),
    authorityHost: hostOf(rows.value('AuthCodeUrl', ...tenantHome)),
    mdmUrl: filled(rows.value('MdmUrl', ...tenantHome)),
  },
});

const hostOf = (url: string | undefined): string | null =>
  /^https:\/\/([A-Za-z0-9.-]{1,253})\//.exec(url ?? '')?.[1]?.toLowerCase() ?? null;

/** "FAILED" has two opposite meanings: the cloud said no, or nobody could be asked. */
const readDeviceAuth = (rows: Lookup): Registration['deviceAuth'] => {
  const row = rows.row('DeviceAuthStatus', ...device);
  const value = row?.value ?? '';
  const code = hexCodes(value, row?.atEnd)[0] ?? null;
  if (/^SUCCESS\b/i.test(value)) return { state: 'success', code: null };
  if (/^FAILED\W{0,3}Device\b/i.test(value)) return { state: 'disabled-or-deleted', code };
  if (/^FAILED\W{0,3}ERR/i.test(value) || (code !== null && /^FAILED/i.test(value)))
    return { state: 'untested', code };
  return { state: 'unknown', code: null };
};

/** Accounts of their own sections, and of User State in the layouts before 1809. */
export const readWorkAccounts = (rows: Lookup): WorkAccount[] => {
  const indexes = [
    ...new Set(rows.rows.filter((row) => row.kind === 'work-account').map((row) => row.account)),
  ].sort((a, b) => a - b);
  const accounts = indexes.map((index) => accountOf(rows.account(index), index, 'work-account'));
  const old = ['WorkplaceDeviceId', 'WorkplaceThumbprint', 'WorkplaceTenantId'];
  if (accounts.length === 0 && old.some((label) => rows.row(label, 'user')))
    accounts.push(accountOf(rows, 1, 'user'));
  return accounts;
};

const accountOf = (rows: Lookup, index: number, home: SectionKind): WorkAccount => ({
  index,
  deviceId: filled(rows.value('WorkplaceDeviceId', home)),
  tenantId: filled(rows.value('WorkplaceTenantId', home)),
  tenantName: filled(rows.value('WorkplaceTenantName', home)),
  mdmUrl: filled(rows.value('WorkplaceMdmUrl', home)),
  ngcSet: home === 'user' ? 'unknown' : tri(rows.value('NgcSet', home)),
  ...keyOf(rows, home),
});

export const readWorkAccountCount = (rows: Lookup): number | null =>
  wholeNumber(rows.value('WorkAccountCount', 'user'));
