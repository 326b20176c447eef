import { describe, expect, it } from 'vitest';
import { licenceProbe } from '../../../main/probes/licence/licence';
import { facts, json } from '../support';
import { product } from './fixtures';

const read = (...rows: unknown[]) => facts(licenceProbe, { 'cim-licence': json(rows) });

describe('the licence', () => {
  it.each([
    [0, 'unlicensed', 'no'],
    [1, 'licensed', 'yes'],
    [2, 'first-grace', 'no'],
    [3, 'tolerance-grace', 'no'],
    [4, 'non-genuine-grace', 'no'],
    [5, 'notification', 'no'],
    [6, 'extended-grace', 'no'],
    [9, 'unknown', 'unknown'],
    [null, 'unknown', 'unknown'],
  ])('with the number %s is %s', (status, state, activated) => {
    expect(read(product(status))).toMatchObject({ activated, products: [{ state }] });
  });

  it('is active when one of several keys is', () => {
    expect(read(product(0), product(1)).activated).toBe('yes');
  });

  it('keeps the reason as a number', () => {
    expect(read(product(5, 0xc004f034)).products[0]?.reason).toBe('0xc004f034');
  });

  it('is not active without any key, and asks few columns', () => {
    expect(read()).toEqual({ activated: 'no', products: [] });
    expect(licenceProbe.reads.every((source) => !JSON.stringify(source).includes('*'))).toBe(true);
  });
});
