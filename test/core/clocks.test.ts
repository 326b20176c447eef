import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClockReading, joinClocks } from '../../main/core/clocks';

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
