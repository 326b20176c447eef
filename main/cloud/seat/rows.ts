import type {
  AutopilotRow,
  CloudPcRow,
  FoundDeviceRow,
  MethodsView,
  MyDeviceRow,
  RecoveryKeyRow,
} from '../../../preload/contract-cloud';
import type { ActionTarget } from '../actions/records';
import { isRecord, type Thing } from '../graph/shapes';
import { nothingKnown, type KnownThing, type KnownThings } from './known';

const idOf = ({ id }: { id: string | null }): string => id ?? '';

export const myDeviceRow = (
  device: Thing<'device'>,
  here: string | null,
  things: KnownThings,
): MyDeviceRow => {
  const id = idOf(device);
  const { deviceId } = device;
  things.keep(id, {
    kind: 'device',
    target: { id, name: device.displayName ?? id, serial: null },
    deviceId,
    known: { ...nothingKnown, joinType: device.trustType },
  });
  return {
    id,
    name: device.displayName,
    system: device.operatingSystem,
    joinType: device.trustType,
    enabled: device.accountEnabled,
    compliant: device.isCompliant,
    lastSeenAt: device.approximateLastSignInDateTime,
    thisOne: here !== null && deviceId?.toLowerCase() === here.toLowerCase(),
  };
};

const targetOf = (device: Thing<'managedDevice'>): ActionTarget => ({
  id: idOf(device),
  name: device.deviceName ?? device.serialNumber ?? idOf(device),
  serial: device.serialNumber,
});

export const isCloudPc = ({ model }: Pick<Thing<'managedDevice'>, 'model'>): boolean =>
  model?.startsWith('Cloud PC') ?? false;

export const knownManaged = (device: Thing<'managedDevice'>): KnownThing => ({
  kind: 'managed',
  target: targetOf(device),
  deviceId: device.azureADDeviceId,
  known: {
    ...nothingKnown,
    encrypted: device.isEncrypted,
    lastSyncAt: device.lastSyncDateTime,
    cloudPc: isCloudPc(device),
    managed: true,
  },
});

export const foundRow = (device: Thing<'managedDevice'>): FoundDeviceRow => ({
  id: idOf(device),
  name: device.deviceName,
  serial: device.serialNumber,
  user: device.userPrincipalName,
  model: device.model,
  lastSyncAt: device.lastSyncDateTime,
  compliance: device.complianceState,
});

export const autopilotRow = (
  record: Thing<'autopilot'>,
  managed: boolean | null,
  things: KnownThings,
): AutopilotRow => {
  const id = idOf(record);
  things.keep(id, {
    kind: 'autopilot',
    target: { id, name: record.serialNumber ?? id, serial: record.serialNumber },
    deviceId: record.azureActiveDirectoryDeviceId,
    known: { ...nothingKnown, managed },
  });
  return {
    id,
    serial: record.serialNumber,
    groupTag: record.groupTag,
    user: record.userPrincipalName,
    state: record.enrollmentState,
  };
};

export const cloudPcRow = (
  pc: Thing<'cloudPc'>,
  status: string | null,
  kind: 'my-cloud-pc' | 'cloud-pc',
  things: KnownThings,
): CloudPcRow => {
  const id = idOf(pc);
  const name = pc.managedDeviceName ?? pc.displayName;
  things.keep(id, {
    kind,
    target: { id, name: name ?? id, serial: null },
    deviceId: pc.aadDeviceId,
    known: { ...nothingKnown, cloudPc: true },
  });
  return {
    id,
    name,
    status,
    plan: pc.servicePlanName,
    policy: pc.provisioningPolicyName,
    connection: pc.onPremisesConnectionName,
    graceEndsAt: pc.gracePeriodEndDateTime,
  };
};

export const keyRow = (
  key: Thing<'recoveryKey'>,
  deviceId: string,
  things: KnownThings,
): RecoveryKeyRow => {
  const id = idOf(key);
  things.keep(id, {
    kind: 'device',
    target: { id, name: id, serial: null },
    deviceId,
    known: nothingKnown,
  });
  return { id, createdAt: key.createdDateTime, volume: key.volumeType };
};

/** The end of the type's name: `#microsoft.graph.phoneAuthenticationMethod` is `phone`. */
const kindOf = (row: unknown): string | null => {
  const type = isRecord(row) ? row['@odata.type'] : null;
  return typeof type === 'string'
    ? (/^#microsoft\.graph\.(\w+)AuthenticationMethod$/.exec(type)?.[1] ?? null)
    : null;
};

/** With these a person can prove who they are when the password is lost. */
const provesWithoutPassword = new Set(['phone', 'email', 'microsoftAuthenticator', 'softwareOath']);

/** Null where there is a method whose kind was not said: then nobody knows. */
export const methodsView = (body: unknown): MethodsView => {
  const rows = isRecord(body) && Array.isArray(body['value']) ? (body['value'] as unknown[]) : [];
  const kinds = rows.map(kindOf);
  const known = [...new Set(kinds.flatMap((kind) => kind ?? []))];
  const proves = known.some((kind) => provesWithoutPassword.has(kind));
  return { kinds: known, canReset: proves ? true : kinds.includes(null) ? null : false };
};
