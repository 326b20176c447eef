import { describe, expect, it } from 'vitest';
import { isPlainData } from '../../main/ipc/plain';

const nest = (depth: number): unknown => (depth === 0 ? 'x' : [nest(depth - 1)]);

describe('plain data', () => {
  it.each([
    null,
    0,
    '',
    true,
    [],
    {},
    [1, 'a', { b: [null, false] }],
    Object.create(null),
    nest(5),
  ])('is %j', (value) => {
    expect(isPlainData(value)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['a function', () => undefined],
    ['a symbol', Symbol('x')],
    ['a big number', 1n],
    ['what is no number', Number.NaN],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['bytes', new Uint8Array(1)],
    ['a proxy that throws nothing but has a class', new Proxy(new Map(), {})],
    ['a prototype key', JSON.parse('{"__proto__":{}}')],
    ['a deep prototype key', JSON.parse('[{"a":{"__proto__":1}}]')],
    ['a constructor key', { constructor: 1 }],
    ['a prototype property', { prototype: 1 }],
    ['an accessor', Object.defineProperty({}, 'a', { get: () => 1, enumerable: true })],
    ['a hidden accessor', Object.defineProperty({}, 'a', { get: () => 1 })],
    ['a hole', new Array(2)],
    ['a huge empty list', new Array(1e9)],
    ['a list of its own class', new (class extends Array<number> {})(1)],
    ['too deep', nest(7)],
    ['too many', Array.from({ length: 1_001 }, () => 1)],
  ])('is not %s', (_what, value) => {
    expect(isPlainData(value)).toBe(false);
  });

  it('does not follow a circle for ever', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(isPlainData(circle)).toBe(false);
  });
});
