import { createHook } from 'node:async_hooks';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHouse, type HouseOptions } from '../main/app';
import type { Organisation } from '../main/core/organisation';
import { createOffline } from '../main/offline';
import { noOrganisation, type LoadedOrganisation } from '../main/organisation/load';
import { readOrganisation } from '../main/organisation/read';
import { closedPort } from './harness/net/listeners';
import { say } from './terminal/fake';

/** What Node makes for every connection, datagram and question about a name, whoever asked for it. */
const waysOut = /^(TCP|UDP|TLS|PIPE|QUERY|GETADDRINFO|GETNAMEINFO|DNSCHANNEL|HTTPCLIENT)/u;
const opened: string[] = [];
const watch = createHook({
  init(_id, type) {
    if (waysOut.test(type)) opened.push(type);
  },
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldkit-offline-'));
  opened.length = 0;
});
afterEach(() => {
  watch.disable();
  rmSync(folder, { recursive: true, force: true });
});

const organisation = (more: Record<string, unknown> = {}): Organisation => {
  const text = JSON.stringify({
    schema: 1,
    name: 'Fabrikam',
    signIn: {
      clientId: '6c9c5f5e-0000-4000-8000-000000000001',
      tenant: 'fabrikam.test',
      deviceCode: true,
    },
    handOver: { put: 'https://127.0.0.1:9/in' },
    ...more,
  });
  const read = readOrganisation(Buffer.from(text));
  if (!read.ok) throw new Error(read.problem.code);
  return read.organisation;
};

const loaded = (more: Record<string, unknown> = {}): LoadedOrganisation => ({
  ...noOrganisation,
  organisation: organisation(more),
});

const houseWith = (
  options: Partial<HouseOptions>,
  settings: Record<string, unknown> = {},
): ReturnType<typeof createHouse> => {
  const settingsPath = join(folder, 'settings.json');
  writeFileSync(settingsPath, JSON.stringify(settings));
  return createHouse({
    door: 'browser',
    tell: () => undefined,
    openLink: () => Promise.resolve({ ok: false, code: 'cannot-open' }),
    organisation: Promise.resolve(loaded()),
    cloud: { openBrowser: () => Promise.reject(new Error('a browser was opened')) },
    languages: ['en'],
    settingsPath,
    ...options,
  });
};

const plain = { language: null, open: [], sources: [], note: '', call: null };

/** Everything a page can ask for by which something would leave this PC. */
const askForAll = async (house: ReturnType<typeof createHouse>, spot: string): Promise<void> => {
  const sample = await house['inspect.start']({ kind: 'sample', id: 'hotel-network' });
  if (!sample.ok) throw new Error(sample.code);
  await house['reach.domain']('corp.example.com');
  await house['reach.endpoints']([]);
  await house['reach.named'](spot, false);
  await house['reach.named']('https://intranet.example.com/', false);
  await house['cloud.sign-in']('browser');
  await house['cloud.sign-in']('device-code');
  await house['cloud.confirm']();
  await house['cloud.find']('serial', 'SN-1');
  await house['cloud.look'](sample.value.id);
  await house['hand-over.send'](sample.value.id, 'json', 'put', plain);
};

describe('offline', () => {
  it.each<[string, Partial<HouseOptions>, Record<string, unknown>]>([
    ['it was started so', { offline: true }, {}],
    ['the organisation', { organisation: Promise.resolve(loaded({ network: 'off' })) }, {}],
    ['this person', {}, { offline: true }],
  ])('nothing at all is opened when wanted by: %s', async (_who, options, settings) => {
    const spot = await closedPort();
    const house = houseWith(options, settings);
    watch.enable();
    await askForAll(house, `${spot.address}:${String(spot.port)}`);
    watch.disable();
    expect(opened).toEqual([]);
  });

  it('is seen to be left by this very test when nobody wants it', async () => {
    const spot = await closedPort();
    const house = houseWith({});
    watch.enable();
    await house['reach.named'](`${spot.address}:${String(spot.port)}`, false);
    watch.disable();
    expect(opened).toContain('TCPWRAP');
  });

  it('says who wants it, and holds at once', async () => {
    expect(await houseWith({ offline: true })['app.info']()).toMatchObject({ offline: 'start' });
    const byOrganisation = { organisation: Promise.resolve(loaded({ network: 'off' })) };
    expect(await houseWith(byOrganisation)['app.info']()).toMatchObject({
      offline: 'organisation',
    });
    const house = houseWith({});
    expect(await house['app.info']()).toMatchObject({ offline: null });
    await house['settings.set']({ ...(await house['settings.get']()), offline: true });
    const outcome = await house['reach.domain']('corp.example.com');
    expect(outcome).toMatchObject({ ok: true, value: { state: 'unknown', code: 'offline' } });
  });

  it.each<[string, Partial<HouseOptions>, Record<string, unknown>]>([
    ['offline-start', { offline: true }, {}],
    ['offline-organisation', { organisation: Promise.resolve(loaded({ network: 'off' })) }, {}],
    ['offline-setting', {}, { offline: true }],
  ])('names the switch to whoever signs in or sends: %s', async (code, options, settings) => {
    const house = houseWith(options, settings);
    for (const how of ['browser', 'device-code'] as const)
      expect((await house['cloud.sign-in'](how)).sign).toMatchObject({ why: { code } });
    expect((await house['cloud.state']()).sign).toMatchObject({ why: { code } });
  });

  it('is named no longer once it is turned off', async () => {
    const house = houseWith({}, { offline: true });
    await house['cloud.sign-in']('device-code');
    await house['settings.set']({ ...(await house['settings.get']()), offline: false });
    expect((await house['cloud.state']()).sign).toEqual({ kind: 'signed-out', why: null });
  });

  it('is assumed where the file of the machine cannot be understood: it may have said so', async () => {
    const offline = createOffline({
      asked: false,
      organisation: () => Promise.resolve({ ...noOrganisation, closed: true }),
      setting: () => Promise.resolve(false),
    });
    expect(await offline.because()).toBe('organisation');
  });

  it.each([
    ['dc', 'corp.example.com'],
    ['endpoints', '--for', 'time'],
    ['reach', '127.0.0.1:9'],
    ['reach', 'https://intranet.example.com/'],
    ['check', '--reach'],
  ])('in the terminal nothing is opened by %s %s', async (...args) => {
    watch.enable();
    const { out } = await say([...args, '--offline', '--json']);
    watch.disable();
    // A program that only reads is started through pipes; nothing of that leaves the PC.
    expect(opened.filter((type) => !type.startsWith('PIPE'))).toEqual([]);
    expect(out).toContain('offline');
  });
});
