import { describe, expect, it } from 'vitest';
import { readCloud } from '../../../main/cloud/device/readings';
import { signInFailure } from '../../../main/cloud/sign-in/failures';
import { cloudDeviceRules } from '../../../main/core/rules/cloud-device';
import type { Registration } from '../../../main/core/facts/registration';
import { ok } from '../../../main/core/reading';
import type { Snapshot } from '../../../main/core/snapshot';
import type { Row } from '../../harness/graph';
import { newGraph, type GraphWorld } from '../graph/kit';

const ids = { deviceId: '2c1b2f6e-0000-4000-8000-000000000001', serial: 'PF2ABC12' };
const device: Row = {
  id: 'o1',
  deviceId: ids.deviceId,
  displayName: 'PC-7',
  trustType: 'AzureAd',
  accountEnabled: true,
};
const managed: Row = {
  id: 'm1',
  deviceName: 'PC-7',
  serialNumber: ids.serial,
  azureADDeviceId: ids.deviceId,
  complianceState: 'compliant',
  managementState: 'managed',
  lastSyncDateTime: '2026-11-24T12:00:00Z',
};
const observedAt = Date.parse('2026-11-25T12:00:00Z');

const look = async (world: GraphWorld) => {
  const made = await newGraph(world);
  return { ...made, readings: await readCloud(made.graph, ids) };
};

const found = async (store: object): Promise<string[]> => {
  const { readings } = await look({ server: { store } });
  const registration = ok({ deviceId: ids.deviceId } as Registration);
  const snapshot: Snapshot = {
    observedAt,
    origin: 'this-device',
    platform: 'win32',
    readings: { ...readings, 'device-registration': registration },
  };
  return cloudDeviceRules.flatMap((rule) => (rule.when(snapshot) ? [rule.id] : []));
};

describe('this device as the cloud sees it', () => {
  it('is found among one’s own devices without any further right', async () => {
    const { readings, server } = await look({
      server: { store: { devices: [device], mine: [ids.deviceId] } },
    });
    expect(readings['cloud-device']).toMatchObject({
      kind: 'ok',
      value: { found: 'yes', enabled: 'yes', compliant: 'unknown' },
    });
    expect(server.asked.some(({ path }) => path === '/devices')).toBe(false);
  });

  it('takes of several records the one that was in touch last', async () => {
    const older = {
      ...managed,
      id: 'm0',
      deviceName: 'OLD',
      lastSyncDateTime: '2026-01-01T00:00:00Z',
    };
    const { readings } = await look({ server: { store: { managed: [older, managed] } } });
    expect(readings['cloud-management']).toMatchObject({ value: { records: 2, name: 'PC-7' } });
  });

  it('is found by its serial number where its id leads to nothing', async () => {
    const { readings } = await look({
      server: { store: { managed: [{ ...managed, azureADDeviceId: 'another' }] } },
    });
    expect(readings['cloud-management']).toMatchObject({ value: { records: 1 } });
  });

  it('is not another device whose serial number only contains its own', async () => {
    const { readings } = await look({
      server: { store: { autopilot: [{ id: 'a', serialNumber: `X${ids.serial}` }] } },
    });
    expect(readings['cloud-autopilot']).toMatchObject({ value: { records: 0 } });
  });

  it('never takes "not allowed to see" for "is not there"', async () => {
    const { readings } = await look({
      client: { token: () => Promise.resolve({ ok: true, value: 'for:User.Read' }) },
    });
    for (const reading of Object.values(readings))
      expect(reading).toMatchObject({ kind: 'unavailable', why: 'no-rights-there' });
  });

  it('leaves gaps and asks nobody when nobody is signed in', async () => {
    const { readings, server } = await look({
      client: { token: () => Promise.resolve(signInFailure('needs-sign-in')) },
    });
    for (const reading of Object.values(readings))
      expect(reading).toMatchObject({ kind: 'unavailable' });
    expect(server.asked).toEqual([]);
  });
});

describe('what it means', () => {
  const healthy = { devices: [device], mine: [ids.deviceId], managed: [managed] };
  it.each([
    ['nothing, when all is well', {}, []],
    [
      'switched off',
      { devices: [{ ...device, accountEnabled: false }] },
      ['cloud-device-disabled'],
    ],
    ['gone', { devices: [] }, ['cloud-device-missing']],
    [
      'rules not met',
      { managed: [{ ...managed, complianceState: 'noncompliant' }] },
      ['cloud-not-compliant'],
    ],
    [
      'about to be erased',
      { managed: [{ ...managed, managementState: 'wipePending' }] },
      ['cloud-device-leaving'],
    ],
    ['there twice', { managed: [managed, { ...managed, id: 'm2' }] }, ['cloud-management-several']],
    [
      'not heard from',
      { managed: [{ ...managed, lastSyncDateTime: '2026-11-01T00:00:00Z' }] },
      ['cloud-sync-stale'],
    ],
    [
      'registered as another one',
      { autopilot: [{ id: 'a', serialNumber: ids.serial, azureActiveDirectoryDeviceId: 'other' }] },
      ['cloud-autopilot-other-device'],
    ],
  ])('%s', async (_name, store, expected) => {
    expect(await found({ ...healthy, ...store })).toEqual(expected);
  });
});
