import { describe, expect, it } from 'vitest';
import { areaOf } from '../../renderer/model/areaOf';
import { age, moment, seconds } from '../../renderer/model/age';
import { gapGroups } from '../../renderer/model/gapGroups';
import { linesIn, proofSources } from '../../renderer/model/proofSource';
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

describe('the sources shown as proof', () => {
  const view = {
    sources: ['host', 'dsregcmd-status', 'klist', 'klist-cloud'],
    sourcesOf: { 'device-registration': ['dsregcmd-status'], tickets: ['klist', 'klist-cloud'] },
  };
  const row = (source: string, line?: number) => ({
    source,
    field: 'AzureAdPrt',
    value: 'NO',
    ...(line === undefined ? {} : { line }),
  });

  it('are those of the probes that gave the evidence, and then everything else', () => {
    expect(proofSources(view, ['tickets', 'device-registration', 'tickets'])).toEqual({
      proof: ['klist', 'klist-cloud', 'dsregcmd-status'],
      others: ['host'],
    });
  });

  it('never name a source whose text cannot be had', () => {
    const cut = { ...view, sources: ['klist'] };
    expect(proofSources(cut, ['tickets', 'device-registration']).proof).toEqual(['klist']);
    expect(proofSources({ sources: [], sourcesOf: {} }, ['tickets'])).toEqual({
      proof: [],
      others: [],
    });
  });

  it('mark the lines of the text they count in, and of no other', () => {
    const evidence = [row('device-registration', 3), row('tickets', 9), row('device-registration')];
    expect(linesIn(view, 'dsregcmd-status', evidence)).toEqual([3]);
    expect(linesIn(view, 'klist', evidence)).toEqual([9]);
    expect(linesIn(view, 'klist-cloud', evidence)).toEqual([]);
    expect(linesIn(view, 'host', evidence)).toEqual([]);
  });
});

it('the area a code was met in is found whatever the case, and not made up', () => {
  const met = (code: string, area: string) => ({
    code,
    area,
    field: 'f',
    symbol: null,
    meaning: '',
    plain: '',
    owner: null,
    structure: null,
  });
  const known = [met('0xc000006d', 'prt'), met('0x1234', 'unknown')];
  expect(['0xC000006D', '0x1234', '5'].map((code) => areaOf(code, known))).toEqual([
    'prt',
    null,
    null,
  ]);
});
