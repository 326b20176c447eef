import type { Row } from '../../harness/graph';

export const id = '2c1b2f6e-0000-4000-8000-000000000001';
/** What every call can be filled with. */
export const filling = {
  id,
  deviceId: id,
  serial: 'PF2ABC12',
  user: "o'neil@contoso.test",
  name: 'PC-7',
};

export const store = (): { [name: string]: Row[] | Record<string, Row> | string[] } => ({
  devices: [{ id, deviceId: id, displayName: 'PC-7', accountEnabled: false }],
  managed: [{ id, serialNumber: 'PF2ABC12', azureADDeviceId: id, deviceName: 'PC-7' }],
  recoveryKeys: [{ id, deviceId: id, key: '111111', createdDateTime: '2026-01-01T00:00:00Z' }],
  passwords: { [id]: { id, credentials: [] } },
  autopilot: [{ id, serialNumber: 'OTHER' }],
  cloudPcs: [{ id, displayName: 'CPC' }],
  myCloudPcs: [id],
  connections: [{ id, displayName: 'ANC' }],
});
