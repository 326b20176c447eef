import { describe, expect, it } from 'vitest';
import { age, moment, seconds } from '../../renderer/model/age';
import { rawLines } from '../../renderer/model/rawLines';
import { tri } from '../../renderer/model/tri';

const minute = 60_000;
const now = Date.UTC(2026, 0, 31, 12);

describe('the age of the data', () => {
  it.each([
    [0, 'now'],
    [59_999, 'now'],
    [minute, '1 minute ago'],
    [119 * minute, '1 hour ago'],
    [25 * 60 * minute, 'yesterday'],
    [45 * 24 * 60 * minute, 'last month'],
    [800 * 24 * 60 * minute, '2 years ago'],
    // The clock of the recorded device was ahead of ours: said, not hidden.
    [-5 * minute, 'in 5 minutes'],
  ])('after %d ms is "%s"', (ms, said) => {
    expect(age(now - ms, now, 'en')).toBe(said);
  });

  it('speaks the language of the person', () => {
    expect(age(now - 3 * minute, now, 'de')).toBe('vor 3 Minuten');
    expect(moment(now, 'de')).toContain('2026');
    expect(seconds(1_250, 'de', 1)).toBe('1,3');
  });
});

describe('raw lines', () => {
  it('are counted as the parser counts them, whatever ends them', () => {
    const lines = rawLines('one\r\ntwo\nthree\rfour', [2, 4]);
    expect(lines.map(({ text }) => text)).toEqual(['one', 'two', 'three', 'four']);
    expect(lines.filter(({ marked }) => marked).map(({ number }) => number)).toEqual([2, 4]);
  });

  it('bear marks that point at nothing', () => {
    expect(rawLines('one', [0, 7]).some(({ marked }) => marked)).toBe(false);
  });
});

it('what is not known never becomes a no', () => {
  expect([null, false, true].map(tri)).toEqual(['unknown', 'no', 'yes']);
});
