import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventsQuery } from '../../main/os/commands';
import { probes } from '../../main/probes/index';

const query = (ids: number[]) =>
  eventsQuery({
    kind: 'events',
    key: 'e',
    rights: 'user',
    limitMs: 1,
    channel: 'System',
    ids,
    newest: 1,
  }) ?? '';

const comparisons = (text: string) => text.match(/EventID[<>]?=/g)?.length ?? 0;
const lets = (text: string, id: number): boolean =>
  [...text.matchAll(/EventID=(\d+)|EventID>=(\d+) and EventID<=(\d+)/g)].some(
    ([, one, from, to]) =>
      one === undefined ? Number(from) <= id && id <= Number(to) : Number(one) === id,
  );

describe('the filter for events', () => {
  it('names up to twenty ids one by one', () => {
    expect(query([5, 7])).toBe('*[System[(EventID=5 or EventID=7)]]');
    const ids = Array.from({ length: 20 }, (_, nr) => nr * 10);
    expect(query(ids)).not.toContain('>');
  });

  it('never asks for more than Windows lets one ask, and leaves out none', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 65_535 }), { minLength: 1, maxLength: 80 }),
        (ids) => {
          const text = query(ids);
          expect(comparisons(text)).toBeLessThanOrEqual(20);
          expect(ids.filter((id) => !lets(text, id))).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('brings close ids together before it brings along others', () => {
    const pairs = Array.from({ length: 9 }, (_, nr) => [nr * 1000, nr * 1000 + 1]).flat();
    const text = query([...pairs, 500, 501, 502]);
    expect(comparisons(text)).toBeLessThanOrEqual(20);
    expect(text).toContain('(EventID>=500 and EventID<=502)');
    expect(lets(text, 700)).toBe(false);
  });

  it('holds for every probe', () => {
    const sources = probes
      .flatMap(({ reads }) => reads)
      .filter((source) => source.kind === 'events');
    expect(sources.some(({ ids }) => ids.length > 20)).toBe(true);
    for (const source of sources)
      expect(comparisons(eventsQuery(source) ?? ''), source.key).toBeLessThanOrEqual(20);
  });
});
