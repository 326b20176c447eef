import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Outcome } from '../../preload/contract';
import { noOrganisation } from '../../main/organisation/load';
import { sampleIds } from '../../main/samples';
import { startCloudHouse, type CloudHouse, type CloudHouseWishes } from '../harness/cloud-house';
import { signInAs } from '../harness/sign-in/person';
import { fetchTrusting } from '../harness/sign-in/fetch';
import { handOver } from '../ipc/accepted';
import { fullStore } from './seat/kit';

const closers: (() => Promise<unknown>)[] = [];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 26, 9) });
});
afterEach(async () => {
  vi.useRealTimers();
  for (const close of closers.splice(0)) await close();
});

const pasted = await readFile('test/captures/dsregcmd/hybrid-prt-no-0xc000006d.txt', 'utf8');
const forms = ['text', 'html', 'json'] as const;
/** Nothing masked: masks are drawn anew for every report. */
const open = { ...handOver, open: ['names' as const, 'ids' as const, 'addresses' as const] };

const valueOf = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
};

/** Handles are new each time, and every house has a folder of its own. */
const plain = (value: unknown, home: string): unknown =>
  JSON.parse(
    JSON.stringify(value)
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'handle')
      .replaceAll(/"ms":\d+(\.\d+)?/g, '"ms":0')
      .replaceAll(home, 'home'),
  );

/** What a person gets who never heard of a sign-in: the diagnosis, its proof, its guides, and what leaves the PC. */
const withoutSignIn = async ({ house, home }: CloudHouse): Promise<unknown> => {
  const told: Record<string, unknown> = {
    samples: await house['samples.list'](),
    explained: await house['codes.explain']('0xc000006d', null),
  };
  const looks: [string, string][] = [['pasted', valueOf(await house['read.text'](pasted)).id]];
  const samples = await sampleIds();
  for (const id of samples.filter((_id, at) => at % 4 === 0)) {
    const view = valueOf(await house['inspect.start']({ kind: 'sample', id }));
    told[`look ${id}`] = view;
    looks.push([id, view.id]);
  }
  for (const [name, id] of looks) {
    told[`more ${name}`] = [
      await house['chain.of'](id),
      await house['readings.list'](id),
      await house['readiness.of'](id),
      await house['history.since'](id),
      await house['guides.list']('my-device', id),
      await house['hand-over.preview'](id, open),
    ];
  }
  const [, [, some = ''] = []] = looks;
  for (const form of forms) {
    const saved = valueOf(await house['hand-over.save'](some, form, open));
    told[form] = await readFile(saved.where ?? '', 'utf8');
  }
  const guided = valueOf(await house['guide.start']('wrong-time', 'my-device', some, 'works'));
  told['guide'] = guided;
  return plain(told, home);
};

const start = async (wishes: Partial<CloudHouseWishes> = {}): Promise<CloudHouse> => {
  const world = await startCloudHouse({
    store: fullStore(),
    openBrowser: (address) => {
      void person(address, { login: 'jane' }).catch(() => null);
      return Promise.resolve(true);
    },
    ...wishes,
  });
  closers.push(world.stop);
  const person = signInAs(fetchTrusting(world.graph.root));
  return world;
};

const askedAnybody = ({ authority, graph }: CloudHouse) =>
  authority.seen.length + graph.asked.length > 0;

it('is as good for whoever is not signed in, offline, or of no organisation', async () => {
  const signedIn = await start();
  expect(await signedIn.house['cloud.sign-in']('browser')).toMatchObject({
    sign: { kind: 'signed-in' },
  });
  const best = await withoutSignIn(signedIn);

  expect(JSON.stringify(best)).toContain('prt-password-refused');
  expect(JSON.stringify(best)).not.toContain('"ok":false');

  const never = await start();
  expect(await withoutSignIn(never)).toEqual(best);
  const cutOff = await start();
  cutOff.offline(true);
  expect(await withoutSignIn(cutOff)).toEqual(best);
  const quiet = await start({ house: { offline: true } });
  expect(await withoutSignIn(quiet)).toEqual(best);
  const alone = await start({ house: { organisation: Promise.resolve(noOrganisation) } });
  expect(await alone.house['cloud.state']()).toMatchObject({ sign: { kind: 'not-set-up' } });
  expect(await withoutSignIn(alone)).toEqual(best);
  expect([never, cutOff, quiet, alone].map(askedAnybody)).toEqual([false, false, false, false]);
}, 240_000);
