import { expect, it } from 'vitest';
import { nearest } from '../../main/core/nearest';

const words = ['check', 'read', 'explain', 'record', 'serve', 'schema'];

it.each([
  ['chekc', ['check']],
  ['recrod', ['record']],
  ['EXPLAIN', ['explain']],
  ['rad', ['read']],
  ['zz', []],
  ['', []],
  ['x'.repeat(100_000), []],
])('%s may mean %o', (typed, meant) => {
  expect(nearest(typed, words)).toEqual(meant);
});

it('gives the nearest first and no more than asked', () => {
  expect(nearest('AADSTS50120', ['AADSTS50199', 'AADSTS50126', 'AADSTS50129'], 2)).toEqual([
    'AADSTS50126',
    'AADSTS50129',
  ]);
});
