import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job, Sent } from '../../main/sending/job';
import { createOutbox, mostWaiting } from '../../main/sending/outbox';
import { createShelf } from '../../main/sending/shelf';
import type { SendingView } from '../../preload/contract-sending';

const bytes = new TextEncoder().encode('a report');
let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'fieldkit-outbox-')), 'outbox');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

/** An outbox whose other side answers as it is told, and whose time is moved by hand. */
const desk = (
  answers: Sent[] = [],
  address: () => string | null = () => 'https://it.example/in',
) => {
  const sent: Pick<Job, 'name' | 'to'>[] = [];
  const told: SendingView[] = [];
  const timers: { run: () => void; ms: number }[] = [];
  const waiters: { state: SendingView['state']; done: () => void }[] = [];
  const sender = async ({ name, to, progress }: Job): Promise<Sent> => {
    sent.push({ name, to });
    progress(4);
    return answers.shift() ?? { ok: true };
  };
  const outbox = createOutbox({
    shelf: createShelf(folder),
    senders: { put: sender, folder: sender },
    address: () => Promise.resolve(address()),
    changed: (view) => {
      told.push(view);
      for (const waiter of waiters) if (waiter.state === view.state) waiter.done();
    },
    later: (run, ms) => {
      const timer = { run, ms };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  });
  const until = (state: SendingView['state']) =>
    told.at(-1)?.state === state
      ? Promise.resolve()
      : new Promise<void>((done) => waiters.push({ state, done }));
  return { outbox, sent, told, timers, until };
};

const add = async ({ outbox }: ReturnType<typeof desk>) => {
  const added = await outbox.add('put', 'fieldkit-1.zip', bytes);
  if (!added.ok) throw new Error(added.code);
  return added.value;
};

it('sends what was clicked, and keeps nothing of it', async () => {
  const it = desk();
  const { id, to } = await add(it);
  await it.until('sent');
  expect(to).toBe('it.example');
  expect(it.sent).toEqual([
    { name: `fieldkit-1-${id.slice(0, 8)}.zip`, to: 'https://it.example/in' },
  ]);
  expect(readdirSync(folder)).toEqual([]);
});

it('queues while nobody is there, tries again by itself ever more rarely, and arrives', async () => {
  const off: Sent = { ok: false, why: 'offline' };
  const it = desk([off, off]);
  await add(it);
  await it.until('waiting');
  expect(it.told.at(-1)).toMatchObject({ state: 'waiting', why: 'offline', again: true });
  expect(readdirSync(folder)).toHaveLength(2);
  it.timers.shift()?.run();
  await it.until('sending');
  await it.until('waiting');
  expect(it.timers.map(({ ms }) => ms)).toEqual([30_000]);
  it.timers.shift()?.run();
  await it.until('sent');
  expect(it.timers).toEqual([]);
});

it.each(['refused', 'redirected', 'read-only', 'untrusted'] as const)(
  'does not try again by itself what was %s',
  async (why) => {
    const it = desk([{ ok: false, why }]);
    const { id } = await add(it);
    await it.until('failed');
    expect(it.timers).toEqual([]);
    await it.outbox.send(id);
    await it.until('sent');
  },
);

describe('after a restart', () => {
  it('sends nothing without a click', async () => {
    const before = desk([{ ok: false, why: 'offline' }]);
    const { id } = await add(before);
    await before.until('waiting');
    const after = desk();
    expect(await after.outbox.list()).toMatchObject([
      { id, state: 'waiting', why: 'restarted', again: false },
    ]);
    expect(after.sent).toEqual([]);
    await after.outbox.send(id);
    await after.until('sent');
    expect(after.sent).toHaveLength(1);
  });

  it('does not use an address that is no longer the one of the organisation', async () => {
    const before = desk([{ ok: false, why: 'offline' }]);
    const { id } = await add(before);
    await before.until('waiting');
    const after = desk([], () => 'https://somewhere-else.example/');
    await after.outbox.send(id);
    await after.until('failed');
    expect(after.told.at(-1)?.why).toBe('address-changed');
    expect(after.sent).toEqual([]);
  });

  it('sends nothing that another program changed', async () => {
    const before = desk([{ ok: false, why: 'offline' }]);
    const { id } = await add(before);
    await before.until('waiting');
    writeFileSync(join(folder, `${id}.data`), 'something else');
    const after = desk();
    await after.outbox.send(id);
    await after.until('failed');
    expect(after.told.at(-1)?.why).toBe('damaged');
    expect(after.sent).toEqual([]);
  });

  it.each([
    ['data without a word', (id: string) => rmSync(join(folder, `${id}.json`))],
    ['a torn word', (id: string) => writeFileSync(join(folder, `${id}.json`), '{"schema":1')],
    [
      'a word of another shape',
      (id: string) => {
        const path = join(folder, `${id}.json`);
        const word = JSON.parse(readFileSync(path, 'utf8')) as object;
        writeFileSync(path, JSON.stringify({ ...word, name: '../../evil.exe' }));
      },
    ],
  ])('clears away %s', async (_what, damage) => {
    const before = desk([{ ok: false, why: 'offline' }]);
    const { id } = await add(before);
    await before.until('waiting');
    damage(id);
    const after = desk();
    expect(await after.outbox.list()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

it('deletes what is dropped, also while it is on its way', async () => {
  const it = desk([{ ok: false, why: 'offline' }]);
  const { id } = await add(it);
  await it.until('waiting');
  expect(await it.outbox.drop(id)).toBe(true);
  expect(await it.outbox.drop(id)).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
  expect(it.timers).toEqual([]);
  expect(await it.outbox.send(id)).toEqual({ ok: false, code: 'gone' });
});

it('is not offered where the organisation names no place', async () => {
  const { outbox, sent } = desk([], () => null);
  expect(await outbox.add('put', 'a.zip', bytes)).toEqual({ ok: false, code: 'not-offered' });
  expect(sent).toEqual([]);
});

it('holds only so much', async () => {
  const it = desk(Array.from({ length: mostWaiting }, () => ({ ok: false, why: 'offline' })));
  for (let nr = 0; nr < mostWaiting; nr += 1) await add(it);
  expect(await it.outbox.add('put', 'one-more.zip', bytes)).toEqual({
    ok: false,
    code: 'outbox-full',
  });
});

it.runIf(process.platform !== 'win32')('is private to its user', async () => {
  const it = desk([{ ok: false, why: 'offline' }]);
  const { id } = await add(it);
  await it.until('waiting');
  expect(statSync(join(folder, `${id}.data`)).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});
