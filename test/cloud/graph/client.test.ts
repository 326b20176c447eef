import { describe, expect, it } from 'vitest';
import { addressOf, calls } from '../../../main/cloud/graph/calls';
import { shapes } from '../../../main/cloud/graph/shapes';
import type { TokenWishes } from '../../../main/cloud/sign-in/session';
import { signInFailure } from '../../../main/cloud/sign-in/failures';
import { newGraph } from './kit';
import { filling, id, store } from './things';

describe('the checking server', () => {
  const wrong: [string, Partial<RequestInit> & { path: string }][] = [
    [
      'a misspelt property of a body',
      {
        path: `/v1.0/deviceManagement/managedDevices/${id}/wipe`,
        method: 'POST',
        body: '{"keepUserdata":true}',
      },
    ],
    [
      'a property of the wrong type',
      {
        path: `/v1.0/deviceManagement/managedDevices/${id}/wipe`,
        method: 'POST',
        body: '{"keepUserData":"yes"}',
      },
    ],
    [
      'a missing property',
      {
        path: `/v1.0/deviceManagement/managedDevices/${id}/cleanWindowsDevice`,
        method: 'POST',
        body: '{}',
      },
    ],
    [
      'a wrong verb',
      { path: `/v1.0/deviceManagement/managedDevices/${id}/syncDevice`, method: 'GET' },
    ],
    [
      'a wrong version',
      {
        path: `/v1.0/deviceManagement/managedDevices/${id}/setDeviceName`,
        method: 'POST',
        body: '{"deviceName":"x"}',
      },
    ],
    ['a misspelt selection', { path: '/v1.0/devices?$select=deviceID', method: 'GET' }],
    [
      'a misspelt filter',
      {
        path: "/v1.0/deviceManagement/managedDevices?$filter=azureAdDeviceId eq 'x'",
        method: 'GET',
      },
    ],
    [
      'a comparison where only contains is supported',
      {
        path: "/v1.0/deviceManagement/windowsAutopilotDeviceIdentities?$filter=serialNumber eq 'x'",
        method: 'GET',
      },
    ],
    ['beta in v1.0', { path: '/v1.0/me/cloudPCs?$select=id,status', method: 'GET' }],
    [
      'an unknown call',
      { path: '/v1.0/deviceManagement/managedDevices/x/explode', method: 'POST' },
    ],
  ];
  it.each(wrong)('refuses %s', async (_name, { path, method, body }) => {
    const { server, fetch } = await newGraph({ violations: 1, server: { store: store() } });
    const every = [...new Set(Object.values(calls).flatMap((call) => call.permissions))].join(' ');
    const answer = await fetch(`${server.url}${path.replaceAll(' ', '%20')}`, {
      method: method ?? 'GET',
      headers: {
        authorization: `Bearer for:${every}`,
        'client-request-id': 'x',
        'user-agent': 'x',
      },
      ...(typeof body === 'string' ? { body } : {}),
    });
    expect([400, 404, 405]).toContain(answer.status);
    expect(server.violations).toHaveLength(1);
  });

  it('refuses to be described as something Graph never is', async () => {
    await expect(
      newGraph({ server: { store: { devices: [{ id, deviceID: id }] } } }),
    ).rejects.toThrow('deviceID');
  });
});

describe('filling an address', () => {
  it('lets no value out of its quotes or its step of the path', () => {
    const address = addressOf('https://g', calls['managed-by-user'], {
      user: "x' or 1 eq 1 or 'a&$top=1#",
    });
    expect(new URL(address).searchParams.get('$filter')).toBe(
      "userPrincipalName eq 'x'' or 1 eq 1 or ''a&$top=1#'",
    );
    expect(addressOf('https://g', calls.wipe, { id: 'a/../b?c' })).toBe(
      'https://g/v1.0/deviceManagement/managedDevices/a%2F..%2Fb%3Fc/wipe',
    );
    expect(() => addressOf('https://g', calls.wipe, { id: '..' })).toThrow();
    expect(() => addressOf('https://g', calls.wipe, {})).toThrow();
  });
});

describe('reading answers', () => {
  it('goes through all pages, and reads only what it knows how to read', async () => {
    const devices = Array.from({ length: 7 }, (_, at) => ({
      id: `o${at}`,
      deviceId: `d${at}`,
      accountEnabled: at % 2 === 0,
    }));
    const { graph, server } = await newGraph({
      server: { pageSize: 3, store: { devices, mine: devices.map((one) => one.deviceId) } },
    });
    const outcome = await graph.list('my-devices', 'device');
    expect(outcome.kind === 'ok' && outcome.value.map(({ deviceId }) => deviceId)).toEqual(
      devices.map((one) => one.deviceId),
    );
    expect(outcome.kind === 'ok' && outcome.value[0]).toMatchObject({
      accountEnabled: true,
      isCompliant: null,
    });
    expect(server.asked).toHaveLength(3);
  });

  it.each(['https://elsewhere.test/v1.0/me', 'round'])(
    'does not follow a next page to %s',
    async (next) => {
      const { graph, server } = await newGraph();
      server.stage(({ path }) => ({
        status: 200,
        body: {
          value: [],
          '@odata.nextLink':
            next === 'round'
              ? `${server.url}/v1.0${path}?$select=${Object.keys(shapes.device).join(',')}`
              : next,
        },
      }));
      expect(await graph.list('my-devices', 'device')).toMatchObject({
        kind: 'failed',
        code: 'not-understood',
      });
      expect(server.asked).toHaveLength(1);
    },
  );

  it.each([
    ['text', '"just text"'],
    ['nothing of the kind', { values: [] }],
  ])('says not understood for %s', async (_name, body) => {
    const { graph, server } = await newGraph();
    server.stage(() => ({ status: 200, body }));
    expect(await graph.list('my-devices', 'device')).toMatchObject({ code: 'not-understood' });
  });
});

describe('what the service can answer', () => {
  it.each([
    [400, 'bad-request'],
    [403, 'not-allowed'],
    [404, 'not-found'],
    [405, 'not-supported'],
    [409, 'conflict'],
    [423, 'locked'],
    [501, 'not-supported'],
  ])('%i is %s at once', async (status, code) => {
    const { graph, server, pace } = await newGraph();
    server.stage(() => ({ status, body: { error: { code: 'SomeWord' } } }));
    const outcome = await graph.ask('my-devices');
    expect(outcome).toMatchObject({
      kind: 'failed',
      code,
      trace: { status, serviceCode: 'SomeWord' },
    });
    expect(pace.waits).toEqual([]);
  });

  it.each([429, 503])('waits as long as it is told at %i, and then goes on', async (status) => {
    const { graph, server, pace } = await newGraph();
    let times = 3;
    server.stage(() => (times-- > 0 ? { status, headers: { 'retry-after': '7' } } : null));
    expect(await graph.ask('my-devices')).toMatchObject({ kind: 'ok' });
    expect(pace.waits).toHaveLength(3);
    for (const wait of pace.waits) {
      expect(wait).toBeGreaterThanOrEqual(7000);
      expect(wait).toBeLessThanOrEqual(7350);
    }
  });

  it('understands a date to wait for', async () => {
    const { graph, server, pace } = await newGraph();
    let times = 1;
    server.stage(() =>
      times-- > 0
        ? { status: 429, headers: { 'retry-after': new Date(pace.now() + 20_000).toUTCString() } }
        : null,
    );
    await graph.ask('my-devices');
    expect(pace.waits[0]).toBeGreaterThanOrEqual(20_000);
    expect(pace.waits[0]).toBeLessThan(21_000);
  });

  it('does not wait longer than a person would, and says throttled', async () => {
    const { graph, server } = await newGraph();
    server.stage(() => ({ status: 429, headers: { 'retry-after': '30' } }));
    expect(await graph.ask('my-devices', { patienceMs: 60_000 })).toMatchObject({
      code: 'throttled',
    });
    expect(server.asked).toHaveLength(2);
  });

  it('backs off longer and longer where nothing is said, and then gives up', async () => {
    const { graph, server, pace } = await newGraph();
    server.stage(() => ({ status: 500 }));
    expect(await graph.ask('my-devices')).toMatchObject({ code: 'service' });
    expect(pace.waits).toEqual([1500, 3000, 6000]);
    expect(server.asked).toHaveLength(4);
  });

  it('lets nobody else ask while one was sent away', async () => {
    const { graph, server, pace } = await newGraph();
    let first = true;
    server.stage(() => {
      if (!first) return null;
      first = false;
      return { status: 429, headers: { 'retry-after': '9' } };
    });
    const began = pace.now();
    await graph.ask('my-devices');
    await graph.ask('my-devices');
    expect(pace.now() - began).toBeGreaterThanOrEqual(9000);
  });

  it('keeps its own request id for support, a new one for each try', async () => {
    const { graph, server } = await newGraph();
    const outcome = await graph.ask('my-devices');
    expect(outcome.kind === 'ok' && outcome.trace.clientRequestId).toBe(
      server.asked[0]!.headers['client-request-id'],
    );
    expect(outcome.kind === 'ok' && outcome.trace.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('tokens', () => {
  it('asks for a new one when the one it has is refused, once', async () => {
    const wishes: TokenWishes[] = [];
    const { graph, server } = await newGraph({
      client: {
        token: (wish) => {
          wishes.push({ ...wish });
          return Promise.resolve({ ok: true, value: wish.renew ? 'for:User.Read' : 'old' });
        },
      },
    });
    expect(await graph.ask('my-devices')).toMatchObject({ kind: 'ok' });
    expect(wishes.map(({ renew = false }) => renew)).toEqual([false, true]);
    expect(server.asked).toHaveLength(2);
  });

  it('does not ask for ever', async () => {
    const { graph, server } = await newGraph({
      client: { token: () => Promise.resolve({ ok: true, value: 'old' }) },
    });
    expect(await graph.ask('my-devices')).toMatchObject({ code: 'not-accepted' });
    expect(server.asked).toHaveLength(2);
  });

  it.each([401, 403])(
    'answers a claims challenge in a %i once, with what was demanded',
    async (status) => {
      const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
      const wishes: TokenWishes[] = [];
      const { graph, server } = await newGraph({
        client: {
          token: (wish) => {
            wishes.push({ ...wish });
            return Promise.resolve({ ok: true, value: 'for:User.Read' });
          },
        },
      });
      const encoded = Buffer.from(claims).toString('base64');
      server.stage(() => ({
        status,
        headers: {
          'www-authenticate': `Bearer realm="", error="insufficient_claims", claims="${encoded}"`,
        },
      }));
      expect(await graph.ask('my-devices')).toMatchObject({ kind: 'failed' });
      expect(wishes.filter((wish) => wish.claims === claims).length).toBeGreaterThan(0);
      expect(wishes[0]!.claims).toBeUndefined();
      expect(server.asked.length).toBeLessThanOrEqual(3);
    },
  );

  it('sends nothing when nobody is signed in', async () => {
    const { graph, server } = await newGraph({
      client: { token: () => Promise.resolve(signInFailure('needs-sign-in')) },
    });
    expect(await graph.ask('my-devices')).toMatchObject({
      kind: 'signed-out',
      failure: { code: 'needs-sign-in' },
    });
    expect(server.asked).toEqual([]);
  });

  it('tries the second permission where the first does not reach', async () => {
    const { graph, server } = await newGraph({
      server: { store: store() },
      client: {
        token: ({ permissions: [permission] }) =>
          Promise.resolve({
            ok: true,
            value:
              permission === 'DeviceManagementConfiguration.Read.All'
                ? `for:${permission}`
                : 'for:Nothing',
          }),
      },
    });
    expect(await graph.ask('compliance', { filling })).toMatchObject({ kind: 'ok' });
    expect(server.asked).toHaveLength(2);
  });
});

describe('what changes something', () => {
  it('is not sent at all in read-only mode', async () => {
    const { graph, server } = await newGraph({
      client: { readOnly: () => true },
      server: { store: store() },
    });
    expect(await graph.ask('wipe', { filling })).toMatchObject({ code: 'read-only' });
    expect(await graph.ask('managed', { filling })).toMatchObject({ kind: 'ok' });
    expect(server.asked).toHaveLength(1);
  });

  it.each([
    ['the line is cut', { status: 0, drop: true }],
    ['the line is cut after it was done', { status: 0, drop: true, after: true }],
    ['a gateway lost patience', { status: 504, after: true }],
    ['the service fell over', { status: 500 }],
    ['a bad gateway answers', { status: 502 }],
    ['the service is away and does not say for how long', { status: 503 }],
  ])('is sent once when %s, and then nobody knows', async (_name, staged) => {
    const { graph, server } = await newGraph({ server: { store: store() } });
    server.stage(() => staged);
    expect(await graph.ask('wipe', { filling, body: {} })).toMatchObject({ kind: 'unknown' });
    expect(server.asked).toHaveLength(1);
  });

  it.each([429, 503])('is sent again when it was sent away unread with %i', async (status) => {
    const { graph, server } = await newGraph({ server: { store: store() } });
    let times = 2;
    server.stage(() => (times-- > 0 ? { status, headers: { 'retry-after': '3' } } : null));
    expect(await graph.ask('wipe', { filling, body: {} })).toMatchObject({ kind: 'ok' });
    expect(server.asked.filter(({ served }) => served)).toHaveLength(1);
  });
});
