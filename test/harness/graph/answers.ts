import { isUnderWay, queueAction, type Row, type Store } from './store';

export interface Answer {
  status: number;
  body?: unknown;
}

const notFound: Answer = {
  status: 404,
  body: { error: { code: 'Request_ResourceNotFound', message: 'not found' } },
};
const done: Answer = { status: 204 };
const list = (rows: readonly Row[]): Answer => ({ status: 200, body: { value: rows } });

const on = (rows: Row[], id: string, act: (row: Row) => Answer): Answer => {
  const row = rows.find((one) => one.id === id);
  return row ? act(row) : notFound;
};

/** Names under which Intune lists what it was asked to do. */
const actionNames: Readonly<Record<string, string>> = {
  syncDevice: 'syncDevice',
  rebootNow: 'rebootNow',
  wipe: 'wipe',
  retire: 'retire',
  cleanWindowsDevice: 'cleanWindowsDevice',
  windowsDefenderScan: 'windowsDefenderScan',
  setDeviceName: 'setDeviceName',
  rotateBitLockerKeys: 'rotateBitLockerKeys',
  rotateLocalAdminPassword: 'rotateLocalAdminPassword',
};

const conflict: Answer = {
  status: 409,
  body: { error: { code: 'Conflict', message: 'the action is under way' } },
};

/** From a checked request to what the service does and says. */
export const answerFor = (
  store: Store,
  method: string,
  path: string,
  body: Record<string, unknown>,
): Answer => {
  const parts = path.split('/').filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  const before = parts.at(-2) ?? '';
  const holder = parts.at(-3) ?? '';
  if (path === '/me') return { status: 200, body: store.me };
  if (path.startsWith('/me/ownedDevices'))
    return list(store.devices.filter(({ deviceId }) => store.mine.includes(String(deviceId))));
  if (path === '/me/authentication/methods') return list(store.methods);
  if (path === '/devices') return list(store.devices);
  if (last === 'managedDevices') return list(store.managed);
  if (before === 'managedDevices')
    return on(store.managed, last, (row) => ({ status: 200, body: row }));
  if (last === 'deviceCompliancePolicyStates')
    return on(store.managed, before, () => list(store.compliance[before] ?? []));
  if (last === 'createDeviceLogCollectionRequest')
    return on(store.managed, before, () => ({
      status: 200,
      body: { id: 'logs-1', status: 'pending' },
    }));
  if (holder === 'managedDevices')
    return on(store.managed, before, (row) => {
      const action = actionNames[last] ?? last;
      if (isUnderWay(row, action)) return conflict;
      queueAction(row, action);
      return done;
    });
  if (last === 'recoveryKeys')
    return list(store.recoveryKeys.map(({ key: _key, ...row }) => row as Row));
  if (before === 'recoveryKeys')
    return on(store.recoveryKeys, last, (row) => ({ status: 200, body: row }));
  if (before === 'deviceLocalCredentials') {
    const found = store.passwords[last];
    return found ? { status: 200, body: found } : notFound;
  }
  if (last === 'windowsAutopilotDeviceIdentities') return list(store.autopilot);
  if (before === 'windowsAutopilotDeviceIdentities')
    return on(store.autopilot, last, (row) => {
      // Not while Intune still has the device: the service refuses the wrong order.
      if (store.managed.some(({ serialNumber }) => serialNumber === row['serialNumber']))
        return { status: 400, body: { error: { code: 'BadRequest', message: 'still enrolled' } } };
      store.autopilot.splice(store.autopilot.indexOf(row), 1);
      return { status: 200 };
    });
  if (holder === 'windowsAutopilotDeviceIdentities')
    return on(store.autopilot, before, (row) => {
      if (last === 'unassignUserFromDevice') row['userPrincipalName'] = '';
      else Object.assign(row, body);
      return done;
    });
  if (last === 'cloudPCs')
    return list(
      parts[0] === 'me'
        ? store.cloudPcs.filter(({ id }) => store.myCloudPcs.includes(id))
        : store.cloudPcs,
    );
  if (holder === 'cloudPCs')
    return on(store.cloudPcs, before, (row) => {
      if (parts[0] === 'me' && !store.myCloudPcs.includes(row.id)) return notFound;
      if (last === 'reprovision') row['status'] = 'provisioning';
      if (last === 'restore') row['status'] = 'restoring';
      return done;
    });
  if (last === 'snapshots') return list(store.snapshots);
  if (last === 'onPremisesConnections')
    return list(
      store.connections.map(({ healthCheckStatusDetail: _detail, ...row }) => row as Row),
    );
  if (before === 'onPremisesConnections')
    return on(store.connections, last, (row) => ({ status: 200, body: row }));
  return method === 'GET' ? notFound : { status: 405 };
};
