import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockRows, type ClockReading, joinClocks } from '../../main/core/clocks';

const minute = 60_000;
const by = (shownBy: ClockReading['shownBy'], host: string, offsetMs: number): ClockReading => ({
  shownBy,
  host,
  offsetMs,
});

describe('clocks of the controller, the file server, the web and the time servers as one', () => {
  it('agree that this PC is right, also where one server is wrong', () => {
    const view = joinClocks([
      by('kerberos', 'dc1', 200),
      by('smb', 'dc1', 300),
      by('https', 'login.example', -500),
      by('ntp', 'time.example', 40 * minute),
    ]);
    expect(view).toMatchObject({ state: 'right', looksLikeTimeZone: false, odd: ['time.example'] });
  });

  it.each([
    [4 * minute, 'drifting', false],
    [-7 * minute, 'refused', false],
    [60 * minute, 'refused', true],
    [-330 * minute, 'refused', true],
    [50 * minute, 'refused', false],
  ] as const)('off by %i ms is %s', (offsetMs, state, looksLikeTimeZone) => {
    const view = joinClocks([by('kerberos', 'a', offsetMs), by('https', 'b', offsetMs + 900)]);
    expect(view).toMatchObject({ state, looksLikeTimeZone, odd: [] });
  });

  it.each<[ReturnType<typeof joinClocks>['wrong'], string, ClockReading[]]>([
    ['nobody', 'all agree', [by('kerberos', 'dc1', 100), by('https', 'a', -400)]],
    [
      'pc',
      'two agree against it',
      [by('kerberos', 'dc1', 9 * minute), by('https', 'a', 9 * minute)],
    ],
    [
      'pc',
      'two agree that it drifts',
      [by('https', 'a', 2 * minute), by('https', 'b', 2 * minute)],
    ],
    ['unclear', 'one against it', [by('kerberos', 'dc1', 9 * minute)]],
    [
      'unclear',
      'one that shows its clock twice is one',
      [by('kerberos', 'dc1', 9 * minute), by('smb', 'dc1', 9 * minute)],
    ],
    [
      'unclear',
      'three against each other',
      [by('smb', 'a', 20 * minute), by('smb', 'b', 50 * minute)],
    ],
    [
      'servers',
      'one of many',
      [by('smb', 'a', 0), by('smb', 'b', 10), by('ntp', 'c', 50 * minute)],
    ],
    ['servers', 'one of two, and this PC agrees', [by('smb', 'a', 0), by('ntp', 'c', 50 * minute)]],
    ['unknown', 'none at all', []],
  ])('wrong is %s: %s', (wrong, _why, readings) => {
    expect(joinClocks(readings).wrong).toBe(wrong);
  });

  it('are rows that begin with this PC, and mark only who is wrong', () => {
    const marks = (readings: ClockReading[]) =>
      clockRows(joinClocks(readings)).map(({ host, mark }) => [host, mark]);
    expect(marks([by('smb', 'a', 0), by('ntp', 'c', 50 * minute)])).toEqual([
      [null, 'right'],
      ['a', 'right'],
      ['c', 'wrong'],
    ]);
    expect(marks([by('smb', 'a', 9 * minute), by('smb', 'b', 9 * minute)])).toEqual([
      [null, 'wrong'],
      ['a', 'right'],
      ['b', 'right'],
    ]);
    expect(marks([by('smb', 'a', 9 * minute)])).toEqual([
      [null, 'unclear'],
      ['a', 'unclear'],
    ]);
  });

  it('nobody who shows a clock is "not known", never right', () => {
    expect(joinClocks([])).toMatchObject({ offsetMs: null, state: 'unknown', odd: [] });
  });

  it('the answer is one of the clocks that were read, and lies between all of them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1 }), (offsets) => {
        const { offsetMs } = joinClocks(offsets.map((one, at) => by('ntp', String(at), one)));
        expect(offsets).toContain(offsetMs);
      }),
    );
  });
});
