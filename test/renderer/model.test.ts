import { describe, expect, it } from 'vitest';
import { age, moment, seconds } from '../../renderer/model/age';
import { gapGroups } from '../../renderer/model/gapGroups';
import { proofSource } from '../../renderer/model/proofSource';
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

describe('gaps', () => {
  const gap = (probe: string, why: string) => ({ probe, why, detail: null });

  it('are gathered by their reason, in the order in which reasons came', () => {
    const groups = gapGroups([gap('a', 'denied'), gap('b', 'absent'), gap('c', 'denied')]);
    expect(groups.map(({ why, gaps }) => [why, gaps.map(({ probe }) => probe)])).toEqual([
      ['denied', ['a', 'c']],
      ['absent', ['b']],
    ]);
  });

  it('are folded only when they are many', () => {
    const many = Array.from({ length: 5 }, (_none, index) => gap(String(index), 'not-recorded'));
    expect(gapGroups(many)[0]?.short).toBe(false);
    expect(gapGroups(many.slice(1))[0]?.short).toBe(true);
  });
});

describe('the source shown as proof', () => {
  const evidence = (source: string) => [{ source, field: 'AzureAdPrt', value: 'NO', line: 3 }];

  it('is the text that the lines of the evidence count in', () => {
    const sources = ['host', 'dsregcmd-status'];
    expect(proofSource(sources, evidence('device-registration'))).toBe('dsregcmd-status');
  });

  it('is the first one where nothing is proved, and none where nothing was read', () => {
    expect(proofSource(['host'], evidence('device-registration'))).toBe('host');
    expect(proofSource([], [])).toBeUndefined();
  });
});
