import { describe, expect, it } from 'vitest';
import { failed, ok, unavailable } from '../../main/core/reading';
import type { ProbeId } from '../../main/core/facts/index';
import { inspect, type AnyProbe, type Landed } from '../../main/inspector/inspect';
import { createReplay } from '../../main/os/replay';
import { toCapture } from '../../main/os/record';
import type { Raws } from '../../main/probes/probe';
import { commandSource, fakeOs, hangs, raw } from '../os/fake';

/** The inspector knows neither names nor facts: any will do. */
const probe = (
  id: string,
  keys: string[],
  parse: (raws: Raws) => unknown = (raws) =>
    ok(keys.map((key) => (raws[key]?.kind === 'ok' ? 'in' : 'out')).join()),
  on: NodeJS.Platform[] = ['win32'],
): AnyProbe =>
  ({ id, on, reads: keys.map((key) => commandSource(key)), parse }) as unknown as AnyProbe;

const readingOf = (readings: object, id: string) => (readings as Record<string, unknown>)[id];
const budget = { budgetMs: 15_000 };

describe('an inspection', () => {
  it('makes a snapshot of all readings and keeps the bytes behind it', async () => {
    const { os, asked } = fakeOs({ a: raw('1'), b: raw('2') });
    const { snapshot, raws, elapsedMs } = await inspect(
      os,
      [probe('one', ['a']), probe('two', ['a', 'b'])],
      budget,
    );
    expect(snapshot).toEqual({
      observedAt: Date.parse('2026-05-04T08:00:00Z'),
      origin: 'this-device',
      platform: 'win32',
      who: null,
      readings: { one: ok('in'), two: ok('in,in') },
    });
    expect(asked.sort()).toEqual(['a', 'b', 'host']);
    expect([...raws.keys()].sort()).toEqual(['a', 'b', 'host']);
    expect(elapsedMs).toBeGreaterThanOrEqual(0);
  });

  it('keeps the order of the list, whichever lands first', async () => {
    const late = async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return raw('1');
    };
    const landed: string[] = [];
    const { snapshot } = await inspect(
      fakeOs({ late, early: raw('2') }).os,
      [probe('one', ['late']), probe('two', ['early'])],
      { ...budget, onReading: ({ probe: id }) => landed.push(id) },
    );
    expect(landed).toEqual(['two', 'one']);
    expect(Object.keys(snapshot.readings)).toEqual(['one', 'two']);
  });

  it('of a capture says that it is one', async () => {
    const { os } = fakeOs({});
    const replay = createReplay(toCapture(os, new Map([['a', raw('1')]])));
    const { snapshot } = await inspect(replay, [probe('one', ['a']), probe('two', ['b'])], budget);
    expect(snapshot.origin).toBe('capture');
    expect(snapshot.observedAt).toBe(Date.parse('2026-05-04T08:00:00Z'));
    expect(snapshot.readings).toEqual({ one: ok('in'), two: ok('out') });
  });

  it('of only some probes reads only what they need', async () => {
    const { os, asked } = fakeOs({ a: raw('1'), b: raw('2') });
    const { snapshot } = await inspect(os, [probe('one', ['a']), probe('two', ['b'])], {
      ...budget,
      only: ['two', 'unheard-of'],
    });
    expect(Object.keys(snapshot.readings)).toEqual(['two']);
    expect(asked).toEqual(['b']);
  });

  it('gives each reading as soon as its sources are in, with how far it is', async () => {
    let letGo: () => void = () => undefined;
    const { os } = fakeOs({
      quick: raw('1'),
      slow: () => new Promise((resolve) => (letGo = () => resolve(raw('2')))),
    });
    const landed: Landed[] = [];
    await inspect(os, [probe('both', ['quick', 'slow']), probe('first', ['quick'])], {
      ...budget,
      onReading: (each) => {
        landed.push(each);
        letGo();
      },
    });
    expect(landed.map(({ probe: id, done, of, budgetMs }) => [id, done, of, budgetMs])).toEqual([
      ['first', 1, 2, 15_000],
      ['both', 2, 2, 15_000],
    ]);
  });

  it('says so when a probe is not for this platform, and asks nothing', async () => {
    const { os, asked } = fakeOs({ a: raw('1') }, 'linux');
    const { snapshot } = await inspect(os, [probe('one', ['a'])], budget);
    expect(readingOf(snapshot.readings, 'one')).toEqual(unavailable('other-os', 'linux'));
    expect(asked).toEqual([]);
  });

  it('goes on when one probe does not understand its output', async () => {
    const { os } = fakeOs({ a: raw('1') });
    const broken = probe('broken', ['a'], () => {
      throw new TypeError('undefined is not a device');
    });
    const { snapshot } = await inspect(os, [broken, probe('one', ['a'])], budget);
    expect(snapshot.readings).toEqual({
      broken: failed('crashed', 'undefined is not a device'),
      one: ok('in'),
    });
  });

  it('ends at the budget with what it has, although twenty sources hang', async () => {
    const keys = Array.from({ length: 20 }, (_, nr) => `s${nr}`);
    const { os } = fakeOs({ ...Object.fromEntries(keys.map((key) => [key, hangs])), a: raw('1') });
    const probes = [
      probe('one', ['a']),
      probe('part', ['a', 's1']),
      ...keys.map((key) => probe(`p-${key}`, [key])),
    ];
    const began = performance.now();
    const { snapshot } = await inspect(os, probes, { budgetMs: 200, atOnce: 30 });
    const took = performance.now() - began;
    expect(took).toBeGreaterThanOrEqual(190);
    expect(took).toBeLessThan(5_000);
    expect(readingOf(snapshot.readings, 'one')).toEqual(ok('in'));
    expect(readingOf(snapshot.readings, 'part')).toEqual(ok('in,out'));
    for (const key of keys)
      expect(readingOf(snapshot.readings, `p-${key}`)).toEqual(failed('over-budget'));
  });

  it('keeps what it has when cancelled', async () => {
    const cancel = new AbortController();
    const { os } = fakeOs({ a: raw('1'), b: hangs });
    const { snapshot } = await inspect(os, [probe('one', ['a']), probe('two', ['b'])], {
      ...budget,
      signal: cancel.signal,
      onReading: () => cancel.abort(),
    });
    expect(snapshot.readings).toEqual({ one: ok('in'), two: failed('cancelled') });
  });

  it('names a probe without sources at once', async () => {
    const { snapshot } = await inspect(fakeOs({}).os, [probe('none', [])], budget);
    expect(readingOf(snapshot.readings, 'none' as ProbeId)).toEqual(ok(''));
  });
});
