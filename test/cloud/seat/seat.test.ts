import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkIn } from '../../harness/graph';
import { deviceId, fullStore, newSeat, password, patiently, recoveryKey } from './kit';

type World = Awaited<ReturnType<typeof newSeat>>;

/** Every permission at once, as an administrator grants it. */
const consentTo = async ({ seat }: World, ...questions: (() => Promise<unknown>)[]) => {
  for (const question of questions) await question();
  await seat.sign.confirm();
};

const signedIn = async (world: World) => {
  const view = await world.seat.sign.signIn('browser');
  expect(view.sign).toMatchObject({ kind: 'signed-in', userName: 'jane', kept: 'memory' });
  return world;
};

describe('without an organisation', () => {
  it('says what has to be registered, and asks nobody', async () => {
    const world = await newSeat({ options: { settings: () => Promise.resolve(null) } });
    const view = await world.seat.sign.view();
    expect(view.sign).toEqual({ kind: 'not-set-up' });
    expect(view.registration.redirects).toEqual([
      'http://localhost',
      'ms-appx-web://Microsoft.AAD.BrokerPlugin/<client id>',
    ]);
    expect(view.registration.permissions).toContainEqual({
      name: 'User.Read',
      purposes: ['own'],
      administrator: false,
    });
    expect(await world.seat.mine(null)).toMatchObject({ ok: false, code: 'not-set-up' });
    expect(await world.seat.sign.signIn('browser')).toEqual(view);
    expect(await world.seat.sign.cancel()).toBe(false);
    expect(world.authority.seen).toEqual([]);
    expect(world.graph.asked).toEqual([]);
  });
});

describe('what is one’s own', () => {
  it('is shown part by part, each with its own reason where it is missing', async () => {
    const world = await signedIn(await newSeat());
    const { seat } = world;
    const first = await seat.mine(deviceId.toUpperCase());
    expect(first).toMatchObject({
      ok: true,
      value: {
        devices: { ok: true, value: [{ name: 'PC-7', enabled: false, thisOne: true }] },
        cloudPcs: { ok: false, code: 'needs-consent' },
        methods: { ok: false, code: 'needs-consent' },
      },
    });
    const before = world.signs.filter(({ kind }) => kind === 'waiting').length;
    await seat.sign.confirm();
    expect(world.signs.filter(({ kind }) => kind === 'waiting')).toHaveLength(before + 1);
    expect(await seat.mine(null)).toMatchObject({
      value: {
        cloudPcs: { value: [{ name: 'CPC-1', status: 'provisioned', connection: 'HQ' }] },
        methods: { value: { kinds: ['password', 'phone'], canReset: true } },
      },
    });
  });

  it('cannot tell about a reset where a method does not say what it is', async () => {
    const world = await signedIn(await newSeat({ store: { methods: [{ id: 'x' }] } }));
    const mine = await patiently(world.seat, async () => {
      const answer = await world.seat.mine(null);
      return answer.ok ? answer.value.methods : answer;
    });
    expect(mine).toMatchObject({ value: { kinds: [], canReset: null } });
  });

  it('never opens a window by itself', async () => {
    const world = await signedIn(await newSeat());
    const asked = world.authority.seen.filter(({ path }) => path === '/auth').length;
    for (const question of [
      () => world.seat.find('serial', 'SN-7'),
      () => world.seat.mine(null),
      () =>
        world.seat.bulkStart({
          action: 'sync',
          options: {},
          list: 'SN-7',
          dryRun: true,
          confirmedCount: null,
        }),
    ])
      await question();
    expect(world.authority.seen.filter(({ path }) => path === '/auth')).toHaveLength(asked);
  });
});

describe('a device that was found', () => {
  it('is shown with all there is of it, and only then can be acted on', async () => {
    const world = await signedIn(await newSeat());
    const { seat, graph } = world;
    expect(await seat.device('m1')).toMatchObject({ ok: false, code: 'gone' });
    expect(await seat.act('m1', 'sync', {}, null)).toMatchObject({ ok: false, code: 'gone' });
    const found = await patiently(seat, () => seat.find('serial', 'SN-7'));
    expect(found).toMatchObject({ ok: true, value: { devices: [{ id: 'm1', name: 'PC-7' }] } });
    await consentTo(world, () => seat.device('m1'));
    expect(await seat.device('m1')).toMatchObject({
      value: {
        device: { encrypted: true, user: 'jane@contoso.test' },
        directory: { value: { found: true, enabled: false, joinType: 'AzureAd' } },
        autopilot: { value: [{ groupTag: 'Desk' }] },
        compliance: { value: [{ name: 'Encryption', state: 'nonCompliant' }] },
        keys: { value: [{ id: 'k1' }] },
        cloudPc: null,
      },
    });
    const foreseen = await seat.foresee('m1', 'wipe', { keepUserData: false });
    expect(foreseen).toMatchObject({
      value: { toType: 'PC-7', action: { id: 'wipe', risk: 'destructive' } },
    });
    expect(foreseen.ok && foreseen.value.consequences.map(({ id }) => id)).toEqual([
      'files-go',
      'enrolment-goes',
      'joins-again-entra',
      'set-up-registered',
      'keys-saved',
      expect.stringMatching(/^seen-/),
    ]);
    expect(await seat.foresee('m1', 'autopilot-delete', {})).toMatchObject({ code: 'gone' });
    expect(await seat.foresee('m1', 'wipe', { erase: true })).toMatchObject({
      code: 'bad-options',
    });
    expect(await seat.act('m1', 'wipe', {}, 'PC-8')).toMatchObject({ code: 'not-confirmed' });
    const done = await patiently(seat, () => seat.act('m1', 'wipe', {}, 'pc-7'));
    expect(done).toMatchObject({
      value: { sent: 'accepted', state: null, open: true, canFollow: true, target: 'PC-7' },
    });
    expect(await seat.act('m1', 'wipe', {}, 'PC-7')).toMatchObject({ code: 'already-sent' });
    expect(graph.asked.filter(({ path }) => path.endsWith('/wipe'))).toHaveLength(1);
    const run = done.ok ? done.value.run : '';
    expect(await seat.follow(run)).toMatchObject({ value: { state: 'pending' } });
    expect(await seat.actions()).toMatchObject([
      { run, state: 'pending' },
      { action: 'wipe', sent: 'not-sent' },
    ]);
  });

  it('as a Cloud PC is offered what fits it, with the state of its network', async () => {
    const world = await signedIn(await newSeat());
    const { seat } = world;
    await patiently(seat, () => seat.find('name', 'CPC-1'));
    await consentTo(world, () => seat.device('m2'));
    const view = await seat.device('m2');
    if (!view.ok) throw new Error(view.code);
    expect(view.value.actions).not.toContain('wipe');
    expect(view.value.actions).toContain('sync');
    expect(view.value.cloudPc).toMatchObject({
      value: {
        status: 'provisioned',
        snapshots: [{ id: 's1' }],
        checks: [{ state: 'failed', code: 'dnsCheckFqdnNotFound' }, { state: 'passed' }],
      },
    });
    expect(await seat.foresee('p1', 'cloud-pc-restore', { cloudPcSnapshotId: 's1' })).toMatchObject(
      {
        value: { toType: 'CPC-1', consequences: [{ id: 'cloud-pc-back' }] },
      },
    );
    const restored = await patiently(seat, () =>
      seat.act('p1', 'cloud-pc-restore', { cloudPcSnapshotId: 's1' }, 'CPC-1'),
    );
    expect(restored).toMatchObject({ value: { sent: 'accepted', canFollow: false } });
  });

  it('loses its set-up registration only after the management service has let it go', async () => {
    const world = await signedIn(await newSeat());
    const { seat, graph } = world;
    await patiently(seat, () => seat.find('serial', 'SN-7'));
    await patiently(seat, async () => {
      const found = await seat.find('serial', 'SN-7');
      return found.ok ? found.value.autopilot : found;
    });
    expect(await seat.foresee('a1', 'autopilot-delete', {})).toMatchObject({
      value: { consequences: [{ id: 'order-management-first' }, { id: 'set-up-forgotten' }] },
    });
    expect(await seat.act('a1', 'autopilot-delete', {}, 'SN-7')).toMatchObject({
      code: 'still-enrolled',
    });
    graph.store.managed.length = 0;
    const gone = await patiently(seat, () => seat.act('a1', 'autopilot-delete', {}, 'SN-7'));
    expect(gone).toMatchObject({ ok: true, value: { sent: 'accepted' } });
    expect(graph.store.autopilot).toEqual([]);
  });

  it('is only looked at where the organisation wants it so', async () => {
    const world = await signedIn(await newSeat({ readOnly: true }));
    await patiently(world.seat, () => world.seat.find('serial', 'SN-7'));
    expect(await world.seat.act('m1', 'sync', {}, null)).toMatchObject({ code: 'read-only' });
    expect(world.graph.asked.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect((await world.seat.sign.view()).readOnly).toBe(true);
  });
});

describe('a secret', () => {
  it('is shown once, copied on purpose, forgotten, and written nowhere', async () => {
    const world = await signedIn(await newSeat());
    const { seat, copied, folder } = world;
    await patiently(seat, () => seat.find('serial', 'SN-7'));
    await patiently(seat, () => seat.keys('m1'));
    const key = await patiently(seat, () => seat.secret('recovery-key', 'k1'));
    expect(key).toMatchObject({ ok: true, value: { value: recoveryKey, account: null } });
    const laps = await patiently(seat, () => seat.secret('laps', 'm1'));
    expect(laps).toMatchObject({ value: { value: password, account: 'local-admin' } });
    const ticket = laps.ok ? laps.value.ticket : '';
    expect(copied).toEqual([]);
    expect(await seat.copySecret(ticket)).toBe(true);
    expect(copied).toEqual([password]);
    expect(seat.forgetSecret(ticket)).toBe(true);
    expect(await seat.copySecret(ticket)).toBe(false);
    expect(await seat.secret('recovery-key', 'other')).toMatchObject({ code: 'gone' });
    await seat.act('m1', 'sync', {}, null);
    const written = await readFile(join(folder, 'actions.jsonl'), 'utf8').catch(() => '');
    for (const secret of [password, recoveryKey, ...world.secrets])
      expect(written).not.toContain(secret);
  });

  it('ends with the sign-in, as everything else that was seen', async () => {
    const world = await signedIn(await newSeat());
    const { seat } = world;
    await patiently(seat, () => seat.find('serial', 'SN-7'));
    const laps = await patiently(seat, () => seat.secret('laps', 'm1'));
    expect((await seat.sign.signOut()).sign).toEqual({ kind: 'signed-out', why: null });
    expect(await seat.copySecret(laps.ok ? laps.value.ticket : '')).toBe(false);
    expect(await seat.device('m1')).toMatchObject({ code: 'gone' });
    expect(await seat.find('serial', 'SN-7')).toMatchObject({ code: 'needs-sign-in' });
  });

  it('that is not there is no secret', async () => {
    const store = { ...fullStore(), passwords: { [deviceId]: { id: deviceId, credentials: [] } } };
    const world = await signedIn(await newSeat({ store }));
    await patiently(world.seat, () => world.seat.find('serial', 'SN-7'));
    expect(await patiently(world.seat, () => world.seat.secret('laps', 'm1'))).toMatchObject({
      code: 'no-secret',
    });
  });
});

describe('the same to many devices', () => {
  const list = 'Serial number,Place\nSN-7,Berlin\nSN-9,Bonn\n';
  const wish = { action: 'sync', options: {}, list, dryRun: false, confirmedCount: null };

  it('is tried first, done then, and gone on with after a restart', async () => {
    const world = await signedIn(await newSeat());
    const { seat, bulks, make, graph } = world;
    await patiently(seat, () => seat.find('serial', 'SN-7'));
    await patiently(seat, () => seat.act('m1', 'sync', {}, null));
    // Both steps of it: a second one while it is under way would be a conflict.
    for (const device of [...graph.store.managed, ...graph.store.managed]) checkIn(device);
    expect(await seat.bulkStart({ ...wish, dryRun: true })).toMatchObject({
      value: { state: 'done', done: 2, counts: { would: 1, 'not-found': 1 } },
    });
    expect(await seat.bulkStart(wish)).toMatchObject({
      value: { state: 'done', counts: { accepted: 1, 'not-found': 1 } },
    });
    expect(bulks.at(-1)).toMatchObject({ state: 'done', done: 2 });
    expect(await seat.bulk.table()).toMatch(/^serial,device,result,.*\r\nSN-7,PC-7,accepted,/);
    const later = make();
    expect(await later.bulk.state()).toMatchObject({ state: 'done', done: 2, of: 2 });
    expect(await later.bulkResume()).toMatchObject({
      value: { state: 'stopped', done: 1, counts: { 'signed-out': 1 } },
    });
    await later.sign.signIn('browser');
    expect(await patientlyResumed(later)).toMatchObject({ value: { skipped: 1, done: 2 } });
  });

  const patientlyResumed = async (seat: World['seat']) => {
    await seat.bulkResume();
    await seat.sign.confirm();
    return seat.bulkResume();
  };

  it.each([
    ['an empty list', { list: '' }, 'list-empty'],
    ['what is no serial number', { list: "SN' or 1 eq 1" }, 'list-not-a-serial'],
    ['a wipe without the number of devices', { action: 'wipe' }, 'not-confirmed'],
    ['what is not for many', { action: 'rename', options: { deviceName: 'A' } }, 'not-for-many'],
    ['an unknown action', { action: 'format' }, 'bad-options'],
  ])('is refused for %s', async (_what, more, code) => {
    const world = await newSeat();
    expect(await world.seat.bulkStart({ ...wish, ...more })).toMatchObject({ ok: false, code });
    expect(world.graph.asked).toEqual([]);
    expect(await world.seat.bulkResume()).toMatchObject({ code: 'gone' });
  });
});

describe('a wipe whose end nobody heard', () => {
  it('is told as unknown by the next start, not sent again, and can be set aside', async () => {
    const world = await signedIn(await newSeat());
    const { seat, graph, make } = world;
    await patiently(seat, () => seat.find('serial', 'SN-7'));
    await patiently(seat, () => seat.act('m1', 'sync', {}, null));
    graph.stage(({ path }) => (path.endsWith('/wipe') ? { status: 200, drop: true } : null));
    const sent = await patiently(seat, () => seat.act('m1', 'wipe', {}, 'PC-7'));
    expect(sent).toMatchObject({ value: { sent: 'unknown', open: true } });
    graph.stage(null);
    const later = make();
    const [record] = await later.actions();
    expect(record).toMatchObject({ action: 'wipe', sent: 'unknown', open: true, setAside: false });
    expect(await seat.act('m1', 'wipe', {}, 'PC-7')).toMatchObject({ code: 'already-sent' });
    expect(await later.setAside(record?.run ?? '')).toMatchObject({
      value: { open: false, setAside: true },
    });
    expect(await later.setAside('nobody')).toMatchObject({ code: 'gone' });
    expect(await seat.act('m1', 'wipe', {}, 'PC-7')).toMatchObject({ value: { sent: 'accepted' } });
    expect(graph.asked.filter(({ path }) => path.endsWith('/wipe'))).toHaveLength(2);
  });
});
