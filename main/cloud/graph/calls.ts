/** One call of Graph, as data. `{name}` in a path or query is filled with an escaped value, never with a path. */
export interface Call {
  method: 'GET' | 'POST' | 'DELETE';
  version: 'v1.0' | 'beta';
  path: string;
  query?: string;
  /** Asked for in this order; the next one only when the first was refused. */
  permissions: readonly string[];
  /** True when something changes: then nothing is repeated that may have happened. */
  acts?: true;
}

const managed = '/deviceManagement/managedDevices';
const autopilot = '/deviceManagement/windowsAutopilotDeviceIdentities';
const virtual = '/deviceManagement/virtualEndpoint';
const privileged = ['DeviceManagementManagedDevices.PrivilegedOperations.All'];
const writeDevices = ['DeviceManagementManagedDevices.ReadWrite.All'];
const readDevices = ['DeviceManagementManagedDevices.Read.All'];
const writeAutopilot = ['DeviceManagementServiceConfig.ReadWrite.All'];
const readCloudPcs = ['CloudPC.Read.All'];
const writeCloudPcs = ['CloudPC.ReadWrite.All'];

const get = (path: string, permissions: readonly string[], query?: string): Call => ({
  method: 'GET',
  version: 'v1.0',
  path,
  permissions,
  ...(query === undefined ? {} : { query }),
});
const act = (
  path: string,
  permissions: readonly string[],
  version: Call['version'] = 'v1.0',
): Call => ({
  method: 'POST',
  version,
  path,
  permissions,
  acts: true,
});
const onDevice = (action: string, permissions = privileged, version: Call['version'] = 'v1.0') =>
  act(`${managed}/{id}/${action}`, permissions, version);

/**
 * Every call the product makes. Least privileged delegated permissions by
 * https://learn.microsoft.com/graph/permissions-reference; where sources differ, both are tried in turn.
 */
export const calls = {
  'my-devices': get('/me/ownedDevices/microsoft.graph.device', ['User.Read']),
  'device-by-id': get('/devices', ['Device.Read.All'], "$filter=deviceId eq '{deviceId}'"),
  'managed-by-device-id': get(managed, readDevices, "$filter=azureADDeviceId eq '{deviceId}'"),
  'managed-by-serial': get(managed, readDevices, "$filter=serialNumber eq '{serial}'"),
  'managed-by-user': get(managed, readDevices, "$filter=userPrincipalName eq '{user}'"),
  'managed-by-name': get(managed, readDevices, "$filter=deviceName eq '{name}'"),
  managed: get(`${managed}/{id}`, readDevices),
  'action-results': get(
    `${managed}/{id}`,
    readDevices,
    '$select=id,deviceActionResults,managementState',
  ),
  compliance: get(`${managed}/{id}/deviceCompliancePolicyStates`, [
    ...readDevices,
    'DeviceManagementConfiguration.Read.All',
  ]),
  sync: onDevice('syncDevice'),
  restart: onDevice('rebootNow'),
  wipe: onDevice('wipe', [...writeDevices, ...privileged]),
  'protected-wipe': onDevice('wipe', privileged, 'beta'),
  retire: onDevice('retire'),
  'fresh-start': onDevice('cleanWindowsDevice'),
  rename: onDevice('setDeviceName', privileged, 'beta'),
  scan: onDevice('windowsDefenderScan'),
  'rotate-bitlocker': onDevice(
    'rotateBitLockerKeys',
    ['DeviceManagementConfiguration.ReadWrite.All', ...writeDevices],
    'beta',
  ),
  'rotate-laps': onDevice('rotateLocalAdminPassword', privileged, 'beta'),
  'collect-logs': onDevice('createDeviceLogCollectionRequest', writeDevices, 'beta'),
  'recovery-keys': get(
    '/informationProtection/bitlocker/recoveryKeys',
    ['BitlockerKey.ReadBasic.All'],
    "$filter=deviceId eq '{deviceId}'",
  ),
  'recovery-key': get(
    '/informationProtection/bitlocker/recoveryKeys/{id}',
    ['BitlockerKey.Read.All'],
    '$select=key',
  ),
  laps: get(
    '/directory/deviceLocalCredentials/{deviceId}',
    ['DeviceLocalCredential.Read.All'],
    '$select=credentials',
  ),
  // Nothing but `contains` is supported on a serial number here.
  'autopilot-by-serial': get(
    autopilot,
    ['DeviceManagementServiceConfig.Read.All'],
    "$filter=contains(serialNumber,'{serial}')",
  ),
  'autopilot-assign': act(`${autopilot}/{id}/assignUserToDevice`, writeAutopilot),
  'autopilot-unassign': act(`${autopilot}/{id}/unassignUserFromDevice`, writeAutopilot),
  'autopilot-tag': act(`${autopilot}/{id}/updateDeviceProperties`, writeAutopilot),
  'autopilot-delete': { ...act(`${autopilot}/{id}`, writeAutopilot), method: 'DELETE' },
  'my-cloud-pcs': get('/me/cloudPCs', readCloudPcs),
  'my-cloud-pc-states': { ...get('/me/cloudPCs', readCloudPcs), version: 'beta' },
  'cloud-pcs': get(`${virtual}/cloudPCs`, readCloudPcs),
  'cloud-pc-states': { ...get(`${virtual}/cloudPCs`, readCloudPcs), version: 'beta' },
  'my-cloud-pc-restart': act('/me/cloudPCs/{id}/reboot', writeCloudPcs),
  'my-cloud-pc-troubleshoot': act('/me/cloudPCs/{id}/troubleshoot', writeCloudPcs),
  'my-cloud-pc-reprovision': act('/me/cloudPCs/{id}/reprovision', writeCloudPcs),
  'cloud-pc-restart': act(`${virtual}/cloudPCs/{id}/reboot`, writeCloudPcs),
  'cloud-pc-reprovision': act(`${virtual}/cloudPCs/{id}/reprovision`, writeCloudPcs),
  'cloud-pc-restore': act(`${virtual}/cloudPCs/{id}/restore`, writeCloudPcs),
  // The list of restore points and its filter are in beta only.
  snapshots: {
    ...get(`${virtual}/snapshots`, readCloudPcs, "$filter=cloudPcId eq '{id}'"),
    version: 'beta',
  },
  connections: get(`${virtual}/onPremisesConnections`, readCloudPcs),
  'connection-health': get(
    `${virtual}/onPremisesConnections/{id}`,
    readCloudPcs,
    '$select=id,healthCheckStatus,healthCheckStatusDetail',
  ),
  'sign-in-methods': get('/me/authentication/methods', ['UserAuthenticationMethod.Read']),
} as const satisfies Record<string, Call>;

export type CallId = keyof typeof calls;
export type Filling = Readonly<Record<string, string>>;

/** Quotes are doubled inside a quoted value of OData; what then is no plain letter is escaped for an address. */
const filled = (text: string, filling: Filling): string =>
  text.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = filling[name];
    if (value === undefined || value === '') throw new Error(`nothing to put for ${name}`);
    // A single dot segment would be read as a step up or down in the path.
    if (/^\.+$/.test(value)) throw new Error(`not a value: ${name}`);
    return encodeURIComponent(value.replaceAll("'", "''"));
  });

export const addressOf = (
  origin: string,
  call: Call,
  filling: Filling,
  select?: string,
): string => {
  const query = [
    ...(call.query === undefined ? [] : [filled(call.query.replaceAll(' ', '%20'), filling)]),
    ...(select === undefined ? [] : [`$select=${select}`]),
  ].join('&');
  const path = `${origin}/${call.version}${filled(call.path, filling)}`;
  return query === '' ? path : `${path}?${query}`;
};
