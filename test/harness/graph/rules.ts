/**
 * What Graph takes, call by call, written down from the public reference and not from the product's own table:
 * two hands, so that a slip in one of them fails a test.
 */
export interface Rule {
  method: 'GET' | 'POST' | 'DELETE';
  version: 'v1.0' | 'beta' | 'both';
  path: RegExp;
  /** Any one of these is enough. */
  permissions: readonly string[];
  /** Type of the answer, for `$select`, `$filter` and the shape. */
  type?: string;
  /** Properties that only the beta version has. */
  betaProperties?: readonly string[];
  /** Action whose parameters are in the schema. */
  action?: string;
  /** Parameters of an action that only the beta version has. */
  betaBody?: Readonly<Record<string, 'string' | 'boolean' | 'object'>>;
  /** No body at all. */
  bare?: boolean;
  /** Header that must be there and not be empty. */
  header?: string;
  /** The filter must not compare this with `eq`. */
  onlyContains?: string;
}

const managed = 'deviceManagement/managedDevices';
const id = '[^/?]+';
const privileged = ['DeviceManagementManagedDevices.PrivilegedOperations.All'];
const readDevices = [
  'DeviceManagementManagedDevices.Read.All',
  'DeviceManagementManagedDevices.ReadWrite.All',
];
const autopilot = 'deviceManagement/windowsAutopilotDeviceIdentities';
const autopilotWrite = ['DeviceManagementServiceConfig.ReadWrite.All'];
const autopilotRead = ['DeviceManagementServiceConfig.Read.All', ...autopilotWrite];
const virtual = 'deviceManagement/virtualEndpoint';
const cloudPcWrite = ['CloudPC.ReadWrite.All'];
const cloudPcRead = ['CloudPC.Read.All', ...cloudPcWrite];
const at = (path: string) => new RegExp(`^/${path}$`);

const onDevice = (action: string): Pick<Rule, 'method' | 'version' | 'path'> => ({
  method: 'POST',
  version: 'v1.0',
  path: at(`${managed}/${id}/${action}`),
});

const onCloudPc = (
  action: string,
  admin: boolean,
): Pick<Rule, 'method' | 'version' | 'path' | 'permissions'> => ({
  method: 'POST',
  version: 'v1.0',
  path: at(`${admin ? virtual : 'me'}/cloudPCs/${id}/${action}`),
  permissions: cloudPcWrite,
});

export const rules: readonly Rule[] = [
  { method: 'GET', version: 'v1.0', path: at('me'), permissions: ['User.Read'] },
  {
    method: 'GET',
    version: 'v1.0',
    path: at('me/(ownedDevices|registeredDevices)/microsoft.graph.device'),
    permissions: ['User.Read'],
    type: 'device',
  },
  {
    method: 'GET',
    version: 'v1.0',
    path: at('devices'),
    permissions: ['Device.Read.All'],
    type: 'device',
  },
  {
    method: 'GET',
    version: 'v1.0',
    path: at(managed),
    permissions: readDevices,
    type: 'managedDevice',
  },
  {
    method: 'GET',
    version: 'v1.0',
    path: at(`${managed}/${id}`),
    permissions: readDevices,
    type: 'managedDevice',
  },
  {
    method: 'GET',
    version: 'v1.0',
    path: at(`${managed}/${id}/deviceCompliancePolicyStates`),
    permissions: [...readDevices, 'DeviceManagementConfiguration.Read.All'],
    type: 'deviceCompliancePolicyState',
  },
  { ...onDevice('syncDevice'), permissions: privileged, bare: true },
  { ...onDevice('rebootNow'), permissions: privileged, bare: true },
  { ...onDevice('retire'), permissions: privileged, bare: true },
  {
    ...onDevice('wipe'),
    permissions: ['DeviceManagementManagedDevices.ReadWrite.All', ...privileged],
    action: 'wipe',
  },
  {
    ...onDevice('wipe'),
    version: 'beta',
    permissions: privileged,
    betaBody: {
      keepEnrollmentData: 'boolean',
      keepUserData: 'boolean',
      macOsUnlockCode: 'string',
      persistEsimDataPlan: 'boolean',
      useProtectedWipe: 'boolean',
      obliterationBehavior: 'string',
    },
  },
  { ...onDevice('cleanWindowsDevice'), permissions: privileged, action: 'cleanWindowsDevice' },
  { ...onDevice('windowsDefenderScan'), permissions: privileged, action: 'windowsDefenderScan' },
  {
    ...onDevice('setDeviceName'),
    version: 'beta',
    permissions: privileged,
    betaBody: { deviceName: 'string' },
  },
  {
    ...onDevice('rotateBitLockerKeys'),
    version: 'beta',
    permissions: [
      'DeviceManagementConfiguration.ReadWrite.All',
      'DeviceManagementManagedDevices.ReadWrite.All',
    ],
    bare: true,
  },
  { ...onDevice('rotateLocalAdminPassword'), version: 'beta', permissions: privileged, bare: true },
  {
    ...onDevice('createDeviceLogCollectionRequest'),
    version: 'beta',
    permissions: ['DeviceManagementManagedDevices.ReadWrite.All'],
    betaBody: { templateType: 'object' },
  },
  {
    method: 'GET',
    version: 'v1.0',
    path: at('informationProtection/bitlocker/recoveryKeys'),
    permissions: ['BitlockerKey.ReadBasic.All', 'BitlockerKey.Read.All'],
    type: 'bitlockerRecoveryKey',
    header: 'user-agent',
  },
  {
    method: 'GET',
    version: 'v1.0',
    path: at(`informationProtection/bitlocker/recoveryKeys/${id}`),
    permissions: ['BitlockerKey.Read.All'],
    type: 'bitlockerRecoveryKey',
    header: 'user-agent',
  },
  {
    method: 'GET',
    version: 'v1.0',
    path: at(`directory/deviceLocalCredentials/${id}`),
    permissions: ['DeviceLocalCredential.Read.All'],
    type: 'deviceLocalCredentialInfo',
    header: 'user-agent',
  },
  {
    method: 'GET',
    version: 'v1.0',
    path: at(autopilot),
    permissions: autopilotRead,
    type: 'windowsAutopilotDeviceIdentity',
    onlyContains: 'serialNumber',
  },
  {
    method: 'DELETE',
    version: 'v1.0',
    path: at(`${autopilot}/${id}`),
    permissions: autopilotWrite,
    bare: true,
  },
  {
    method: 'POST',
    version: 'v1.0',
    path: at(`${autopilot}/${id}/assignUserToDevice`),
    permissions: autopilotWrite,
    action: 'assignUserToDevice',
  },
  {
    method: 'POST',
    version: 'v1.0',
    path: at(`${autopilot}/${id}/unassignUserFromDevice`),
    permissions: autopilotWrite,
    bare: true,
  },
  {
    method: 'POST',
    version: 'v1.0',
    path: at(`${autopilot}/${id}/updateDeviceProperties`),
    permissions: autopilotWrite,
    action: 'updateDeviceProperties',
  },
  {
    method: 'GET',
    version: 'both',
    path: at(`(me|${virtual})/cloudPCs`),
    permissions: cloudPcRead,
    type: 'cloudPC',
    betaProperties: ['status'],
  },
  { ...onCloudPc('reboot', false), bare: true },
  { ...onCloudPc('troubleshoot', false), bare: true },
  { ...onCloudPc('reprovision', false), bare: true },
  { ...onCloudPc('reboot', true), bare: true },
  { ...onCloudPc('reprovision', true), action: 'reprovision' },
  { ...onCloudPc('restore', true), action: 'restore' },
  {
    method: 'GET',
    version: 'beta',
    path: at(`${virtual}/snapshots`),
    permissions: cloudPcRead,
    betaProperties: ['id', 'cloudPcId', 'createdDateTime', 'status'],
    type: 'snapshot',
  },
  {
    method: 'GET',
    version: 'v1.0',
    path: at(`${virtual}/onPremisesConnections`),
    permissions: cloudPcRead,
    type: 'cloudPcOnPremisesConnection',
    betaProperties: ['id', 'displayName', 'healthCheckStatus'],
  },
  {
    method: 'GET',
    version: 'v1.0',
    path: at(`${virtual}/onPremisesConnections/${id}`),
    permissions: cloudPcRead,
    type: 'cloudPcOnPremisesConnection',
    betaProperties: ['id', 'displayName', 'healthCheckStatus', 'healthCheckStatusDetail'],
  },
  {
    method: 'GET',
    version: 'v1.0',
    path: at('me/authentication/methods'),
    permissions: ['UserAuthenticationMethod.Read', 'UserAuthenticationMethod.ReadWrite'],
  },
];
