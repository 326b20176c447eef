import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatten } from '../../main/core/flatten';

const rows = (value: unknown) =>
  flatten(value).facts.map(({ name, value: text }) => `${name} = ${String(text)}`);

describe('flat facts', () => {
  it('name every value by the way that leads to it', () => {
    expect(rows({ set: 'yes', keys: [{ id: 1, names: ['a', 'b'] }], deep: { on: false } })).toEqual(
      [
        'set = yes',
        'keys[0].id = 1',
        'keys[0].names[0] = a',
        'keys[0].names[1] = b',
        'deep.on = false',
      ],
    );
  });

  it('keep what is not known apart from everything else', () => {
    expect(flatten({ at: null, gone: undefined, text: 'null' }).facts).toEqual([
      { name: 'at', value: null },
      { name: 'gone', value: null },
      { name: 'text', value: 'null' },
    ]);
  });

  it('show that a list is empty', () => {
    expect(rows({ tasks: [], more: {} })).toEqual(['tasks = []', 'more = {}']);
  });

  it('write moments as people of all time zones read them', () => {
    const at = Date.UTC(2026, 0, 31, 12);
    expect(rows({ at, when: new Date(at), bad: new Date(Number.NaN) })).toEqual([
      'at = 2026-01-31T12:00:00.000Z',
      'when = 2026-01-31T12:00:00.000Z',
      'bad = null',
    ]);
  });

  it('do not take an amount for a moment', () => {
    expect(rows({ size: 1_000_204_886_016, seconds: 86_400 })).toEqual([
      'size = 1000204886016',
      'seconds = 86400',
    ]);
  });

  it('give a lone value a name', () => {
    expect(rows('yes')).toEqual(['value = yes']);
  });

  it('say when there is more than is shown', () => {
    const { facts, cut } = flatten(Array.from({ length: 5_000 }, (_none, index) => index));
    expect([facts.length, cut]).toEqual([2_000, true]);
    const long = flatten({ text: 'x'.repeat(5_000) }).facts[0]?.value;
    expect(long).toHaveLength(2_002);
  });

  it('end on a value that holds itself', () => {
    const ring: { next?: unknown } = {};
    ring.next = ring;
    expect(flatten(ring).cut).toBe(true);
  });

  it('lose no leaf of anything that fits', () => {
    const leaves = (value: unknown): number =>
      typeof value === 'object' && value !== null && Object.keys(value).length > 0
        ? Object.values(value).reduce((sum: number, one) => sum + leaves(one), 0)
        : 1;
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const { facts, cut } = flatten(value);
        expect(cut).toBe(false);
        expect(facts).toHaveLength(leaves(value));
      }),
    );
  });
});
