import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import type { BulkView, CloudSignView } from '../../../preload/contract-cloud';
import { calls } from '../../../main/cloud/graph/calls';
import { createCloudSeat, type CloudSeatOptions } from '../../../main/cloud/seat/index';
import { startGraph, type Store } from '../../harness/graph';
import { authority as newRoots } from '../../harness/net/authority';
import { clientId, startSignIn, tenant } from '../../harness/sign-in';
import { fetchTrusting } from '../../harness/sign-in/fetch';
import { signInAs } from '../../harness/sign-in/person';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

export const deviceId = '2c1b2f6e-0000-4000-8000-000000000001';
export const password = 'Blue-Horse-9471';
export const recoveryKey = '111111-222222-333333-444444';

/** One PC with everything a service can hold of it, a Cloud PC, and somebody to whom both belong. */
export const fullStore = (): Partial<Store> => ({
  devices: [
    {
      id: 'd1',
      deviceId,
      displayName: 'PC-7',
      trustType: 'AzureAd',
      accountEnabled: false,
      operatingSystem: 'Windows',
    },
  ],
  mine: [deviceId],
  managed: [
    {
      id: 'm1',
      deviceName: 'PC-7',
      serialNumber: 'SN-7',
      azureADDeviceId: deviceId,
      isEncrypted: true,
      userPrincipalName: 'jane@contoso.test',
      lastSyncDateTime: '2026-11-20T08:00:00Z',
      model: 'Latitude',
    },
    { id: 'm2', deviceName: 'CPC-1', serialNumber: 'SN-C', model: 'Cloud PC Enterprise 2vCPU/8GB' },
  ],
  compliance: { m1: [{ id: 'c1', displayName: 'Encryption', state: 'nonCompliant' }] },
  autopilot: [{ id: 'a1', serialNumber: 'SN-7', groupTag: 'Desk', enrollmentState: 'enrolled' }],
  recoveryKeys: [
    {
      id: 'k1',
      deviceId,
      key: recoveryKey,
      createdDateTime: '2026-01-01T00:00:00Z',
      volumeType: 'operatingSystemVolume',
    },
  ],
  passwords: {
    [deviceId]: {
      id: deviceId,
      credentials: [
        {
          accountName: 'admin-old',
          backupDateTime: '2025-01-01T00:00:00Z',
          passwordBase64: Buffer.from('old').toString('base64'),
        },
        {
          accountName: 'local-admin',
          backupDateTime: '2026-11-01T00:00:00Z',
          passwordBase64: Buffer.from(password).toString('base64'),
        },
      ],
    },
  },
  cloudPcs: [
    {
      id: 'p1',
      managedDeviceId: 'm2',
      managedDeviceName: 'CPC-1',
      status: 'provisioned',
      onPremisesConnectionName: 'HQ',
    },
  ],
  myCloudPcs: ['p1'],
  snapshots: [
    { id: 's1', cloudPcId: 'p1', createdDateTime: '2026-11-01T00:00:00Z', status: 'ready' },
  ],
  connections: [
    {
      id: 'n1',
      displayName: 'HQ',
      healthCheckStatus: 'failed',
      healthCheckStatusDetail: {
        healthChecks: [
          { displayName: 'Permissions', status: 'passed' },
          {
            displayName: 'DNS can resolve Active Directory domain',
            status: 'failed',
            errorType: 'dnsCheckFqdnNotFound',
          },
        ],
      },
    },
  ],
  methods: [
    { id: 'x1', '@odata.type': '#microsoft.graph.passwordAuthenticationMethod' },
    { id: 'x2', '@odata.type': '#microsoft.graph.phoneAuthenticationMethod' },
  ],
});

export interface SeatWorld {
  store?: Partial<Store>;
  options?: Partial<CloudSeatOptions>;
  readOnly?: boolean;
  /** Leaves nobody at the browser. */
  alone?: boolean;
  folder?: string;
  violations?: number;
}

/** A whole seat before a real authority and a checking Graph, with a person who consents to everything. */
export const newSeat = async (world: SeatWorld = {}) => {
  const folder = world.folder ?? (await mkdtemp(join(tmpdir(), 'fieldkit-seat-')));
  if (world.folder === undefined) closers.push(() => rm(folder, { recursive: true, force: true }));
  const roots = newRoots('Test');
  const holder = { origin: '' };
  const graph = await startGraph({
    roots,
    scopesOf: async (token) => {
      const found = await authority.provider.AccessToken.find(token);
      return found ? [...found.scopes].map((one) => one.replace(`${holder.origin}/`, '')) : null;
    },
    store: world.store ?? fullStore(),
  });
  holder.origin = graph.url;
  const permissions = [...new Set(Object.values(calls).flatMap((call) => call.permissions))];
  const authority = await startSignIn({
    roots,
    scopes: permissions.map((one) => `${graph.url}/${one}`),
  });
  closers.push(async () => {
    await graph.close();
    await authority.close();
    expect(graph.violations).toHaveLength(world.violations ?? 0);
  });
  const fetch = fetchTrusting(roots.root);
  const person = signInAs(fetch);
  const copied: string[] = [];
  const signs: CloudSignView[] = [];
  const bulks: BulkView[] = [];
  const secrets: string[] = [];
  const make = (more: Partial<CloudSeatOptions> = {}) =>
    createCloudSeat({
      folder,
      settings: () =>
        Promise.resolve({
          clientId,
          tenant,
          cloud: 'global',
          deviceCode: true,
          readOnly: world.readOnly ?? false,
        }),
      copy: (text) => {
        copied.push(text);
        return Promise.resolve(true);
      },
      changed: (sign) => signs.push(sign),
      bulkTold: (bulk) => bulks.push(bulk),
      door: {
        fetch: async (url, init) => {
          const answer = await fetch(url, init);
          const text = await answer.text();
          // Everything secret the authority ever hands out is noted on its way in.
          for (const [, token = ''] of text.matchAll(/"(?:access|refresh|id)_token":"([^"]+)"/g))
            secrets.push(token);
          return { ...answer, text: () => Promise.resolve(text) };
        },
        vault: null,
        pages: () => ({ done: 'done', failed: 'failed' }),
        broker: () => Promise.resolve(null),
        places: () => ({ authority: authority.url, graph: graph.url, protocol: 'OIDC' }),
        openBrowser: (address) => {
          if (world.alone !== true) void person(address, { login: 'jane' }).catch(() => null);
          return Promise.resolve(world.alone !== true);
        },
      },
      ...world.options,
      ...more,
    });
  return { seat: make(), make, graph, authority, fetch, copied, signs, bulks, secrets, folder };
};

/** Asks, and where the organisation wants a person first, lets them confirm as often as it takes. */
export const patiently = async <T extends { ok: boolean }>(
  seat: Awaited<ReturnType<typeof newSeat>>['seat'],
  question: () => Promise<T>,
): Promise<T> => {
  for (let round = 0; round < 6; round += 1) {
    const answer = await question();
    const code = 'code' in answer ? answer.code : null;
    if (code !== 'needs-consent' && code !== 'needs-sign-in') return answer;
    await seat.sign.confirm();
  }
  throw new Error('no end of confirming');
};
