/** What is wanted of each thing Graph holds, and of which type: asked for, and read, by the same table. */
type Kind = 'text' | 'flag' | 'time';
type Shape = Readonly<Record<string, Kind>>;
interface Kinds {
  text: string;
  flag: boolean;
  /** UTC milliseconds. */
  time: number;
}

/** Null where Graph did not say, or said it in a way we do not understand: never a default. */
export type Of<S extends Shape> = { [K in keyof S]: Kinds[S[K]] | null };

export const shapes = {
  device: {
    id: 'text',
    deviceId: 'text',
    displayName: 'text',
    operatingSystem: 'text',
    trustType: 'text',
    isCompliant: 'flag',
    isManaged: 'flag',
    accountEnabled: 'flag',
    approximateLastSignInDateTime: 'time',
    registrationDateTime: 'time',
    profileType: 'text',
  },
  managedDevice: {
    id: 'text',
    deviceName: 'text',
    serialNumber: 'text',
    azureADDeviceId: 'text',
    complianceState: 'text',
    isEncrypted: 'flag',
    lastSyncDateTime: 'time',
    enrolledDateTime: 'time',
    managementAgent: 'text',
    managementState: 'text',
    deviceRegistrationState: 'text',
    deviceEnrollmentType: 'text',
    managedDeviceOwnerType: 'text',
    managementCertificateExpirationDate: 'time',
    userPrincipalName: 'text',
    model: 'text',
    manufacturer: 'text',
    osVersion: 'text',
  },
  autopilot: {
    id: 'text',
    groupTag: 'text',
    serialNumber: 'text',
    enrollmentState: 'text',
    lastContactedDateTime: 'time',
    userPrincipalName: 'text',
    azureActiveDirectoryDeviceId: 'text',
    managedDeviceId: 'text',
    displayName: 'text',
    model: 'text',
  },
  cloudPc: {
    id: 'text',
    aadDeviceId: 'text',
    displayName: 'text',
    gracePeriodEndDateTime: 'time',
    imageDisplayName: 'text',
    lastModifiedDateTime: 'time',
    managedDeviceId: 'text',
    managedDeviceName: 'text',
    onPremisesConnectionName: 'text',
    provisioningPolicyName: 'text',
    provisioningType: 'text',
    servicePlanName: 'text',
    userPrincipalName: 'text',
  },
  /** Beta only. */
  cloudPcStatus: { id: 'text', status: 'text' },
  snapshot: { id: 'text', cloudPcId: 'text', createdDateTime: 'time', status: 'text' },
  connection: { id: 'text', displayName: 'text', healthCheckStatus: 'text' },
  recoveryKey: { id: 'text', createdDateTime: 'time', volumeType: 'text', deviceId: 'text' },
  compliancePolicy: { id: 'text', displayName: 'text', state: 'text' },
} as const satisfies Record<string, Shape>;

export type ShapeName = keyof typeof shapes;
export type Thing<N extends ShapeName> = Of<(typeof shapes)[N]>;

/** Graph writes a time nobody ever set as the first day of its calendar. */
const never = Date.parse('1753-01-01T00:00:00Z');

const readers: { [K in Kind]: (value: unknown) => Kinds[K] | null } = {
  text: (value) => (typeof value === 'string' && value !== '' ? value : null),
  flag: (value) => (typeof value === 'boolean' ? value : null),
  time: (value) => {
    const ms = typeof value === 'string' ? Date.parse(value) : NaN;
    return Number.isNaN(ms) || ms <= never ? null : ms;
  },
};

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Null when it is no object at all, or has no id to speak of it by. */
export const readThing = <N extends ShapeName>(name: N, value: unknown): Thing<N> | null => {
  if (!isRecord(value) || readers.text(value['id']) === null) return null;
  return Object.fromEntries(
    Object.entries(shapes[name]).map(([field, kind]) => [
      field,
      readers[kind as Kind](value[field]),
    ]),
  ) as Thing<N>;
};

export const selectOf = (name: ShapeName): string => Object.keys(shapes[name]).join(',');
