import { describe, expect, it } from 'vitest';
import { gather } from '../../main/os/gather';
import type { RawReading, Source } from '../../main/os/port';
import { commandSource, fakeOs, hangs, raw } from './fake';

const cim = (key: string): Source => ({
  key,
  rights: 'user',
  limitMs: 1_000,
  kind: 'cim',
  namespace: 'root\\cimv2',
  query: 'SELECT Name FROM Win32_ComputerSystem',
  properties: ['Name'],
});

/** Counts how many reads run at once; each ends when `release` is called. */
const counting = () => {
  const waiting: (() => void)[] = [];
  let now = 0;
  let most = 0;
  const answer = () =>
    new Promise<RawReading>((resolve) => {
      now += 1;
      most = Math.max(most, now);
      waiting.push(() => {
        now -= 1;
        resolve(raw('x'));
      });
    });
  return { answer, most: () => most, release: () => waiting.splice(0).forEach((end) => end()) };
};

const keys = (count: number) => Array.from({ length: count }, (_, nr) => `s${nr}`);

describe('gathering', () => {
  it('asks each source once', async () => {
    const { os, asked } = fakeOs({ a: raw('1'), b: raw('2') });
    const raws = await gather(os, [commandSource('a'), commandSource('b'), commandSource('a')], {
      budgetMs: 9_000,
    });
    expect(asked).toEqual(['a', 'b']);
    expect([...raws.keys()].sort()).toEqual(['a', 'b']);
  });

  it('has nothing to wait for when nothing is wanted', async () => {
    expect((await gather(fakeOs({}).os, [], { budgetMs: 9_000 })).size).toBe(0);
  });

  it('runs six programs at once and no more', async () => {
    const busy = counting();
    const { os } = fakeOs(Object.fromEntries(keys(20).map((key) => [key, busy.answer])));
    const all = gather(
      os,
      keys(20).map((key) => commandSource(key)),
      { budgetMs: 15_000 },
    );
    const pump = setInterval(busy.release, 1);
    expect((await all).size).toBe(20);
    clearInterval(pump);
    expect(busy.most()).toBe(6);
  });

  it('asks all questions to the shared host together, besides the programs', async () => {
    const busy = counting();
    const { os, asked } = fakeOs(
      Object.fromEntries([...keys(9), 'a', 'b'].map((key) => [key, busy.answer])),
    );
    const all = gather(os, [...keys(9).map(cim), commandSource('a'), commandSource('b')], {
      budgetMs: 15_000,
      atOnce: 1,
    });
    expect(asked).toEqual([...keys(9), 'a']);
    const pump = setInterval(busy.release, 1);
    expect((await all).size).toBe(11);
    clearInterval(pump);
  });

  it('starts the source with the longest limit first', async () => {
    const { os, asked } = fakeOs({});
    const limits = { a: 100, b: 900, c: 500 };
    await gather(
      os,
      Object.entries(limits).map(([key, limitMs]) => commandSource(key, { limitMs })),
      { budgetMs: 9_000 },
    );
    expect(asked).toEqual(['b', 'c', 'a']);
  });

  it('ends at the budget although twenty sources hang', async () => {
    const { os, asked } = fakeOs({
      ...Object.fromEntries(keys(20).map((key) => [key, hangs])),
      quick: raw('x'),
    });
    const began = performance.now();
    const raws = await gather(
      os,
      [commandSource('quick', { limitMs: 5_000 }), ...keys(20).map((key) => commandSource(key))],
      { budgetMs: 150 },
    );
    const took = performance.now() - began;
    expect(took).toBeGreaterThanOrEqual(140);
    expect(took).toBeLessThan(5_000);
    expect(raws.get('quick')).toEqual(raw('x'));
    expect(keys(20).map((key) => raws.get(key))).toEqual(
      keys(20).map(() => ({ kind: 'failed', reason: 'over-budget' })),
    );
    expect(asked.length).toBe(7);
  });

  it('tells the machine to stop what still runs', async () => {
    const told: boolean[] = [];
    const os = {
      ...fakeOs({}).os,
      read: (_source: Source, { signal }: { signal?: AbortSignal } = {}) =>
        new Promise<RawReading>(() => signal?.addEventListener('abort', () => told.push(true))),
    };
    await gather(os, [commandSource('a'), commandSource('b')], { budgetMs: 20 });
    expect(told).toEqual([true, true]);
  });

  it('keeps what is in when cancelled, and starts nothing more', async () => {
    const cancel = new AbortController();
    const { os, asked } = fakeOs({ a: raw('x'), b: hangs });
    const all = gather(
      os,
      ['a', 'b', 'c'].map((key, nr) => commandSource(key, { limitMs: 9 - nr })),
      {
        budgetMs: 15_000,
        atOnce: 1,
        signal: cancel.signal,
        onRaw: (key) => {
          if (key === 'a') setTimeout(() => cancel.abort(), 20);
        },
      },
    );
    const raws = await all;
    expect(raws.get('a')).toEqual(raw('x'));
    expect(raws.get('b')).toEqual({ kind: 'failed', reason: 'cancelled' });
    expect(raws.get('c')).toEqual({ kind: 'failed', reason: 'cancelled' });
    expect(asked).toEqual(['a', 'b']);
  });

  it('reads nothing when cancelled before', async () => {
    const { os, asked } = fakeOs({});
    const raws = await gather(os, [commandSource('a')], {
      budgetMs: 9_000,
      signal: AbortSignal.abort(),
    });
    expect(raws.get('a')).toEqual({ kind: 'failed', reason: 'cancelled' });
    expect(asked).toEqual([]);
  });

  it('goes on when the machine throws', async () => {
    const { os } = fakeOs({ a: () => Promise.reject(new Error('boom')), b: raw('x') });
    const raws = await gather(os, [commandSource('a'), commandSource('b')], { budgetMs: 9_000 });
    expect(raws.get('a')).toEqual({ kind: 'failed', reason: 'crashed', detail: 'boom' });
    expect(raws.get('b')).toEqual(raw('x'));
  });

  it('fails as a whole, once, when the listener throws', async () => {
    const { os } = fakeOs({ a: raw('x'), b: hangs });
    const all = gather(os, [commandSource('a'), commandSource('b')], {
      budgetMs: 9_000,
      onRaw: () => {
        throw new Error('listener');
      },
    });
    await expect(all).rejects.toThrow('listener');
  });
});
