import { mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Snapshot } from '../main/core/snapshot';
import { judge, look } from '../main/engine';
import { createHistory, mostKept } from '../main/history';
import { openSample, sampleIds } from '../main/samples';
import { outputOf, snapshotOf, type Changes } from './core/make';

const day = 24 * 60 * 60 * 1_000;
const start = Date.UTC(2026, 8, 14, 7, 26);

/** The clock of the device stands where the output was made; the age of a look is its own matter. */
const lookAt = async (at: number, changes: Changes = {}) => {
  const snapshot: Snapshot = { ...snapshotOf(outputOf(changes), at), origin: 'this-device' };
  return { snapshot, diagnosis: await judge(snapshot) };
};

let folder: string;
const history = (on = true) => createHistory(folder, () => Promise.resolve(on));

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'fieldkit-history-')), 'history');
});

const noToken = { AzureAdPrt: 'NO' };

describe('what changed since it last worked', () => {
  it('is told against the newest look without the fault, not simply the one before', async () => {
    await history().keep(await lookAt(start));
    await history().keep(await lookAt(start + 2 * 60 * 60 * 1_000, noToken));
    const now = await lookAt(start + 4 * 60 * 60 * 1_000, noToken);
    await history().keep(now);
    const since = await history().since(now);
    expect(since).toMatchObject({ kind: 'changed', at: start });
    if (since.kind !== 'changed') throw new Error(since.kind);
    expect(since.comparison.came).toContain(now.diagnosis.rootCause);
    expect(since.comparison.changes[0]).toMatchObject({ field: 'AzureAdPrt', after: 'NO' });
  });

  it('is not invented where it never worked, or nothing was kept', async () => {
    const now = await lookAt(start + day, noToken);
    expect(await history().since(now)).toEqual({ kind: 'first' });
    expect(await history(false).since(now)).toEqual({ kind: 'off' });
    await history().keep(await lookAt(start, noToken));
    expect(await history().since(now)).toEqual({ kind: 'never-worked', oldest: start });
  });

  it('does not take a look at which nothing could be read for one at which it worked', async () => {
    const blind: Snapshot = { ...(await lookAt(start)).snapshot, readings: {} };
    await history().keep({ snapshot: blind, diagnosis: await judge(blind) });
    const since = await history().since(await lookAt(start + day, noToken));
    expect(since.kind).toBe('never-worked');
  });

  it('is not asked of a PC without a fault', async () => {
    expect(await history().since(await lookAt(start))).toEqual({ kind: 'no-fault' });
  });

  it('knows no earlier look from the future, when the clock was wrong', async () => {
    await history().keep(await lookAt(start + 400 * day));
    expect(await history().since(await lookAt(start, noToken))).toEqual({ kind: 'first' });
  });
});

describe('what is kept', () => {
  it('is bounded, and the newest look at which all was well stays to the last', async () => {
    await history().keep(await lookAt(start));
    for (let nr = 1; nr <= mostKept + 4; nr += 1)
      await history().keep(await lookAt(start + nr * 2 * 60 * 60 * 1_000, noToken));
    const names = await history().names();
    expect(names).toHaveLength(mostKept);
    expect(names.filter(({ state }) => state === 'healthy')).toHaveLength(1);
  });

  it('is one entry for the same state within the hour', async () => {
    for (const minutes of [0, 5, 30])
      await history().keep(await lookAt(start + minutes * 60_000, noToken));
    expect((await history().names()).map(({ at }) => at)).toEqual([start + 30 * 60_000]);
  });

  it('is nobody else’s to read', async () => {
    await history().keep(await lookAt(start));
    expect(statSync(folder).mode & 0o077).toBe(0);
    for (const file of readdirSync(folder))
      expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
  });

  it('is nothing when it is switched off, or the time is not known', async () => {
    expect(await history(false).keep(await lookAt(start))).toBe(false);
    const timeless = await lookAt(start);
    const snapshot = { ...timeless.snapshot, observedAt: null };
    expect(await history().keep({ ...timeless, snapshot })).toBe(false);
    expect(await history().names()).toEqual([]);
  });

  it('is judged by today’s rules, whoever the PC belonged to then', async () => {
    await history().keep(await lookAt(start, noToken));
    const [kept] = await history().looks(null);
    expect(kept?.diagnosis).toEqual((await lookAt(start, noToken)).diagnosis);
  });

  it('loses nothing of any sample device', async () => {
    for (const id of await sampleIds()) {
      const os = await openSample(id);
      if (os === null) throw new Error(id);
      const { snapshot, diagnosis } = await look(os, { budgetMs: 60_000 });
      await history().wipe();
      await history().keep({ snapshot, diagnosis });
      const [kept] = await history().looks(null);
      expect(kept?.diagnosis, id).toEqual(diagnosis);
    }
  });

  it('goes when asked, and only our own files with it', async () => {
    await history().keep(await lookAt(start));
    writeFileSync(join(folder, 'letter.txt'), 'dear');
    expect(await history().wipe()).toBe(true);
    expect(readdirSync(folder)).toEqual(['letter.txt']);
  });
});

describe('damage', () => {
  const packed = (content: unknown) => gzipSync(JSON.stringify(content));
  it.each([
    ['no archive', Buffer.from('AzureAdPrt : YES')],
    ['nothing', Buffer.alloc(0)],
    ['a half', gzipSync('{"schema":1,"snapshot":{}}').subarray(0, 20)],
    ['no JSON', gzipSync('{"schema":1')],
    ['another schema', packed({ schema: 2, snapshot: { observedAt: 1, readings: {} } })],
    ['no readings', packed({ schema: 1, snapshot: { observedAt: 1, readings: null } })],
    [
      'readings of another shape',
      packed({
        schema: 1,
        snapshot: { observedAt: 1, readings: { 'device-registration': { kind: 'ok', value: 7 } } },
      }),
    ],
    ['a swelling archive', gzipSync(Buffer.alloc(40 * 1024 * 1024, 32))],
  ])('of a kept look (%s) costs that look only', async (_name, bytes) => {
    await history().keep(await lookAt(start));
    writeFileSync(join(folder, `${start + day}-healthy.json.gz`), bytes);
    const now = await lookAt(start + 2 * day, noToken);
    expect(await history().since(now)).toMatchObject({ kind: 'changed', at: start });
    expect(await history().names()).toHaveLength(2);
  });

  it('of the disk is no error, and leaves nothing half', async () => {
    writeFileSync(folder, 'a file where the folder should be');
    expect(await history().keep(await lookAt(start))).toBe(false);
    expect(await history().names()).toEqual([]);
    expect(await history().wipe()).toBe(true);
  });

  it('that cannot be removed is told', async () => {
    await history().keep(await lookAt(start));
    // What rm refuses for everybody, administrators included.
    mkdirSync(join(folder, `${start + day}-healthy.json.gz`));
    expect(await history().wipe()).toBe(false);
    expect(await history().names()).toHaveLength(1);
  });
});
