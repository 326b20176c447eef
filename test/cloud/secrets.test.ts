import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../preload/contract';
import type { CloudAnswer } from '../../preload/contract-cloud';
import { createVault, type Store } from '../../main/desktop/vault';
import { createDispatch } from '../../main/ipc/dispatch';
import { callNames } from '../../main/ipc/guards';
import { recordThisDevice } from '../../main/terminal/record';
import { startCloudHouse, type CloudHouseWishes } from '../harness/cloud-house';
import { placeOf, placesIn, spilled, type Place } from '../harness/spilled';
import { signInAs } from '../harness/sign-in/person';
import { fetchTrusting } from '../harness/sign-in/fetch';
import { accepted, handOver, thing, wish } from '../ipc/accepted';
import { zipOf } from '../os/capture/helpers';
import { deviceId, fullStore } from './seat/kit';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** As the system's own store: with a key that is nowhere beside the file. */
const systemStore = (): Store => {
  const key = randomBytes(32);
  return {
    isEncryptionAvailable: () => true,
    encryptString: (text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    decryptString: (bytes) => {
      const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      cipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8');
    },
  };
};

/** What looks like a store and keeps the text as it is. */
const brokenStore = (): Store => ({
  isEncryptionAvailable: () => true,
  encryptString: (text) => Buffer.from(text),
  decryptString: (bytes) => bytes.toString('utf8'),
});

const vaultFile = 'sign-in.bin';
const vaultWith = (store: Store) => (home: string) =>
  createVault(store, join(home, vaultFile), 'win32');

/** Going there would leave this machine; none of them knows of a sign-in. */
const notHere = new Set(['reach.domain', 'reach.endpoints', 'reach.named', 'reach.servers']);

const text = [
  '| Device State |',
  'AzureAdJoined : YES',
  'EnterpriseJoined : NO',
  'DomainJoined : NO',
  '| Device Details |',
  `DeviceId : ${deviceId}`,
].join('\n');

/** A page that does everything there is to do with a sign-in, and then calls every call once more. */
const useEverything = async (wishes: Pick<CloudHouseWishes, 'vault'>) => {
  const addresses: string[] = [];
  const world = await startCloudHouse({
    store: fullStore(),
    signIn: { deviceCode: true },
    house: { platform: 'win32', copy: () => Promise.resolve(true) },
    openBrowser: (address) => {
      addresses.push(address);
      void person(address, { login: 'jane' }).catch(() => null);
      return Promise.resolve(true);
    },
    ...wishes,
  });
  closers.push(world.stop);
  const person = signInAs(fetchTrusting(world.graph.root));
  const said: Place[] = [];
  world.events.listen((name, value) => said.push(placeOf(`event ${name}`, value)));
  const called = new Set<string>();
  const dispatch = createDispatch(world.house, (...line) => said.push(placeOf('log', line)));
  const call = async (name: string, ...args: unknown[]): Promise<unknown> => {
    called.add(name);
    said.push(placeOf(`to ${name}`, args));
    const answer = await dispatch(name, args).catch((error: unknown) => String(error));
    said.push(placeOf(`from ${name}`, answer));
    return answer;
  };
  const must = async <T>(name: string, ...args: unknown[]): Promise<T> => {
    // Whatever an organisation wants confirmed first is confirmed.
    for (let round = 0; round < 8; round += 1) {
      const answer = (await call(name, ...args)) as CloudAnswer<T> | Outcome<T>;
      if (answer.ok) return answer.value;
      expect(['needs-consent', 'needs-sign-in']).toContain(answer.code);
      await call('cloud.confirm');
    }
    throw new Error(`${name} never had what it needs`);
  };

  await call('cloud.sign-in', 'browser');
  await must('cloud.mine', null);
  await must('cloud.find', 'serial', 'SN-7');
  await must('cloud.device', 'm1');
  await must('cloud.keys', 'm1');
  const key = await must<{ ticket: string }>('cloud.secret', 'recovery-key', 'k1');
  await call('cloud.secret-copy', key.ticket);
  const { run } = await must<{ run: string }>('cloud.act', 'm1', 'wipe', {}, 'PC-7');
  await must('cloud.follow', run);
  await must('cloud.bulk-start', { ...wish, list: 'SN-7\nSN-9', dryRun: false });
  await must('cloud.bulk-save');
  const pasted = await must<{ id: string }>('read.text', text);
  const seen = await must<{ id: string }>('cloud.look', pasted.id);
  const helped = await must<{ id: string }>('call.begin');
  await must('call.write', helped.id, 'Jane', 'since Monday');
  await must('call.attach', helped.id, seen.id);
  for (const form of ['text', 'html', 'json', 'bundle'])
    await must('hand-over.save', seen.id, form, {
      ...handOver,
      open: ['names', 'ids', 'addresses'],
      sources: ['dsregcmd-status'],
      note: 'since Monday',
      call: helped.id,
    });
  await must('hand-over.preview', seen.id, { ...handOver, call: helped.id });
  const here = await must<{ id: string }>('inspect.start', { kind: 'this-device' });
  await must('cloud.look', here.id);
  for (const out of ['record', 'record.zip'])
    await recordThisDevice(join(world.home, out), {
      budgetMs: 60_000,
      signal: new AbortController().signal,
      force: false,
      redact: false,
    });
  // Everything the page could possibly ask; what ends the sign-in comes last.
  const rest = callNames.filter((name) => !notHere.has(name) && name !== 'cloud.sign-out');
  for (const name of rest.filter((one) => one !== 'cloud.sign-in' && one !== 'history.wipe'))
    for (const args of accepted[name] ?? [])
      if (JSON.stringify(args).length < 10_000)
        await call(name, ...args.map((one) => (one === thing || one === 'look' ? seen.id : one)));
  const places = async () => [
    ...(await placesIn(world.home)),
    ...said,
    ...addresses.map((address) => placeOf('address of the browser', address)),
    ...world.graph.asked.map(({ path, query, body }) =>
      placeOf(`question to Graph ${path}`, [String(query), body]),
    ),
  ];
  return { ...world, call, called, places };
};

const ways: [string, CloudHouseWishes['vault']][] = [
  ['kept in memory', undefined],
  ['kept in the encrypted cache', vaultWith(systemStore())],
];

describe('a token', () => {
  it.each(ways)(
    'is found nowhere outside main, its memory or its cache: %s',
    async (_how, vault) => {
      const world = await useEverything(vault ? { vault } : {});
      const { secrets, home, call, called } = world;
      expect(new Set(secrets).size).toBeGreaterThan(10);
      expect([...called, ...notHere, 'cloud.sign-out', 'history.wipe'].sort()).toEqual(
        expect.arrayContaining([...callNames]),
      );
      const places = await world.places();
      // What is looked through is really there, and was written while somebody was signed in.
      const names = places.map(({ where }) => where);
      for (const written of [
        /^fieldkit.*\.txt$/u,
        /^fieldkit.*\.html$/u,
        /^fieldkit.*\.json$/u,
        /^fieldkit.*\.zip!/u,
        /^fieldkit-devices\.csv$/u,
        /^record\/capture\.json$/u,
        /^record\.zip!capture\.json$/u,
        /^history\/.*!$/u,
        /^cloud\/actions\.jsonl$/u,
        /^calls\.json$/u,
        /^event cloud\.changed$/u,
        /^from hand-over\.preview$/u,
      ])
        expect(
          names.filter((name) => written.test(name)),
          String(written),
        ).not.toEqual([]);
      if (vault) {
        const kept = await vault(home)?.read();
        // The cache holds what is searched for, so that not finding it in the file means something.
        expect(spilled([placeOf('cache', kept)], secrets)).toEqual(['cache']);
        expect(names).toContain(vaultFile);
      }
      expect(spilled(places, secrets)).toEqual([]);
      expect(world.graph.violations).toEqual([]);
      await call('cloud.sign-out');
      await call('history.wipe');
      expect((await placesIn(home)).map(({ where }) => where)).not.toContain(vaultFile);
    },
    120_000,
  );

  it('is found by the same search wherever one is left', async () => {
    const world = await useEverything({ vault: vaultWith(brokenStore()) });
    const { secrets, home, call } = world;
    // A store that does not encrypt is noticed by itself.
    expect(spilled(await world.places(), secrets)).toEqual([vaultFile]);
    await call('cloud.sign-out');
    const [secret = ''] = secrets;
    const leaks: [string, Buffer][] = [
      ['report.html', Buffer.from(`<p title="${secret}">`)],
      ['ticket.txt', Buffer.from(`state=${secret.slice(0, -2)}`)],
      ['wide.txt', Buffer.from(secret, 'utf16le')],
      ['bundle.zip', await zipOf({ 'a.json': JSON.stringify({ Authorization: secret }) })],
      ['history/1.json.gz', gzipSync(secret)],
      ...['', 'x', 'xx'].map((before): [string, Buffer] => [
        `coded${String(before.length)}.txt`,
        Buffer.from(Buffer.from(`${before}${secret} and more`).toString('base64')),
      ]),
    ];
    for (const [name, bytes] of leaks) await writeFile(join(home, name), bytes);
    await call('codes.explain', secret, null);
    expect(spilled(await world.places(), secrets).sort()).toEqual(
      [
        'report.html',
        'ticket.txt',
        'wide.txt',
        'bundle.zip!a.json',
        'history/1.json.gz!',
        'coded0.txt',
        'coded1.txt',
        'coded2.txt',
        'from codes.explain',
        'to codes.explain',
      ].sort(),
    );
  }, 120_000);
});
