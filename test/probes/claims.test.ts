import { describe, expect, it } from 'vitest';
import { claims } from './claims';

describe('claims with less evidence', () => {
  it.each([
    ['the same', { a: 1, b: ['x'] }, { a: 1, b: ['x'] }],
    ['null', { a: 1 }, { a: null }],
    ['unknown', { a: 'yes' }, { a: 'unknown' }],
    ['a log that says it is cut', { events: [1], cut: false }, { events: [], cut: true }],
    ['a named second witness', { v: 1, witness: 'registry' }, { v: 2, witness: 'netsh' }],
    ['a score that is more open', { points: 6, undecided: 0 }, { points: 3, undecided: 3 }],
  ])('are none for %s', (_, whole, muted) => {
    expect(claims(whole, muted)).toEqual([]);
  });

  it.each([
    ['another value', { a: 'yes' }, { a: 'no' }],
    ['an empty list', { a: ['x'] }, { a: [] }],
    ['a longer list', { a: ['x'] }, { a: ['x', 'y'] }],
    ['a new field', {}, { a: false }],
    ['a deep one', { a: [{ b: 1 }] }, { a: [{ b: 2 }] }],
    [
      'a shorter log that calls itself whole',
      { events: [1], cut: false },
      { events: [], cut: false },
    ],
    ['a score with more points', { points: 3, undecided: 0 }, { points: 6, undecided: 3 }],
  ])('are found in %s', (_, whole, muted) => {
    expect(claims(whole, muted)).not.toEqual([]);
  });
});
