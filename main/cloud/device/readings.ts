import type { CloudFacts } from '../../core/facts/cloud-device';
import { failed, ok, triOf, unavailable, type Reading } from '../../core/reading';
import type { Graph } from '../graph/client';
import type { GraphOutcome } from '../graph/outcome';
import type { Thing } from '../graph/shapes';

/** How this device is recognised there: by its own id in the directory, and by what stands on its label. */
export interface LocalIds {
  deviceId: string | null;
  serial: string | null;
}

export type CloudReadings = { [K in keyof CloudFacts]: Reading<CloudFacts[K]> };

/** "Not allowed to see" and "nobody is signed in" are never "is not there". */
const gap = (outcome: Exclude<GraphOutcome<unknown>, { kind: 'ok' }>): Reading<never> => {
  if (outcome.kind === 'signed-out') return unavailable('not-signed-in', outcome.failure.code);
  if (outcome.kind === 'unknown') return failed('no-answer', 'network');
  if (outcome.code === 'not-allowed')
    return unavailable('no-rights-there', outcome.trace.clientRequestId);
  return failed(outcome.code === 'cancelled' ? 'cancelled' : 'no-answer', outcome.code);
};

const same = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a.toLowerCase() === b.toLowerCase();

const deviceFacts = (device: Thing<'device'> | undefined): CloudFacts['cloud-device'] => ({
  found: device ? 'yes' : 'no',
  enabled: triOf(device?.accountEnabled),
  compliant: triOf(device?.isCompliant),
  managed: triOf(device?.isManaged),
  name: device?.displayName ?? null,
  trustType: device?.trustType ?? null,
  lastSignInAt: device?.approximateLastSignInDateTime ?? null,
  registeredAt: device?.registrationDateTime ?? null,
});

const directory = async (
  graph: Graph,
  deviceId: string | null,
): Promise<CloudReadings['cloud-device']> => {
  if (deviceId === null) return unavailable('not-recorded');
  // One's own devices everybody may see; all others take a right that few have.
  const mine = await graph.list('my-devices', 'device');
  const own =
    mine.kind === 'ok' ? mine.value.find((one) => same(one.deviceId, deviceId)) : undefined;
  if (own) return ok(deviceFacts(own));
  const any = await graph.list('device-by-id', 'device', { filling: { deviceId } });
  return any.kind === 'ok' ? ok(deviceFacts(any.value[0])) : gap(any);
};

/** Of several records the one that was in touch last is the one in use. */
export const latest = (
  devices: readonly Thing<'managedDevice'>[],
): Thing<'managedDevice'> | undefined =>
  [...devices].sort((a, b) => (b.lastSyncDateTime ?? 0) - (a.lastSyncDateTime ?? 0))[0];

const managementFacts = (
  devices: readonly Thing<'managedDevice'>[],
): CloudFacts['cloud-management'] => {
  const device = latest(devices);
  return {
    records: devices.length,
    name: device?.deviceName ?? null,
    serial: device?.serialNumber ?? null,
    complianceState: device?.complianceState ?? null,
    managementState: device?.managementState ?? null,
    ownerType: device?.managedDeviceOwnerType ?? null,
    user: device?.userPrincipalName ?? null,
    lastSyncAt: device?.lastSyncDateTime ?? null,
    enrolledAt: device?.enrolledDateTime ?? null,
    certificateEndsAt: device?.managementCertificateExpirationDate ?? null,
  };
};

/** By id first; by serial number where that finds nothing, as after a re-enrolment. */
export const findManaged = async (
  graph: Graph,
  { deviceId, serial }: LocalIds,
): Promise<GraphOutcome<Thing<'managedDevice'>[]> | null> => {
  const byId =
    deviceId === null
      ? null
      : await graph.list('managed-by-device-id', 'managedDevice', { filling: { deviceId } });
  if (byId !== null && (byId.kind !== 'ok' || byId.value.length > 0)) return byId;
  if (serial === null) return byId;
  return graph.list('managed-by-serial', 'managedDevice', { filling: { serial } });
};

const management = async (
  graph: Graph,
  ids: LocalIds,
): Promise<CloudReadings['cloud-management']> => {
  const found = await findManaged(graph, ids);
  if (found === null) return unavailable('not-recorded');
  return found.kind === 'ok' ? ok(managementFacts(found.value)) : gap(found);
};

const autopilot = async (
  graph: Graph,
  serial: string | null,
): Promise<CloudReadings['cloud-autopilot']> => {
  if (serial === null) return unavailable('not-recorded');
  const found = await graph.list('autopilot-by-serial', 'autopilot', { filling: { serial } });
  if (found.kind !== 'ok') return gap(found);
  // It was asked for whatever contains it.
  const own = found.value.filter((one) => same(one.serialNumber, serial));
  const [record] = own;
  return ok({
    records: own.length,
    groupTag: record?.groupTag ?? null,
    enrollmentState: record?.enrollmentState ?? null,
    user: record?.userPrincipalName ?? null,
    deviceId: record?.azureActiveDirectoryDeviceId ?? null,
  });
};

/** This device as the cloud sees it: readings for the same rules as all others. */
export const readCloud = async (graph: Graph, ids: LocalIds): Promise<CloudReadings> => {
  const [device, managed, profile] = await Promise.all([
    directory(graph, ids.deviceId),
    management(graph, ids),
    autopilot(graph, ids.serial),
  ]);
  return { 'cloud-device': device, 'cloud-management': managed, 'cloud-autopilot': profile };
};
