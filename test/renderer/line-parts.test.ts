import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StopView } from '../../preload/contract';
import { partThatMatters, wholeLine } from '../../renderer/model/lineParts';

const stop = (link: string, state: StopView['state'] = 'ok'): StopView => ({
  link,
  state,
  finding: null,
});
const line = (...states: StopView['state'][]) =>
  states.map((state, index) => stop(`s${String(index)}`, state));
const told = (stops: StopView[]) =>
  partThatMatters(stops).map((part) =>
    part.kind === 'stop' ? part.stop.link : `${String(part.count)} more`,
  );

describe('the part of the line that matters', () => {
  it('is all of a short line, and of one without trouble', () => {
    expect(told(line('ok', 'broken', 'unknown'))).toEqual(['s0', 's1', 's2']);
    const calm = Array.from({ length: 12 }, (_none, index) => stop(`s${String(index)}`, 'unknown'));
    expect(partThatMatters(calm)).toEqual(wholeLine(calm));
  });

  it('is the trouble with the stops beside it, and a count of the others', () => {
    const stops = line('ok', 'ok', 'ok', 'broken', 'unknown', 'ok', 'ok', 'degraded', 'ok', 'ok');
    expect(told(stops)).toEqual(['2 more', 's2', 's3', 's4', '1 more', 's6', 's7', 's8', '1 more']);
  });

  it('loses no trouble and no stop, whatever the line', () => {
    const state = fc.constantFrom<StopView['state']>(
      'ok',
      'broken',
      'degraded',
      'unknown',
      'not-needed',
    );
    fc.assert(
      fc.property(fc.array(state, { maxLength: 40 }), (states) => {
        const parts = partThatMatters(line(...states));
        const count = parts.reduce((sum, part) => sum + (part.kind === 'stop' ? 1 : part.count), 0);
        expect(count).toBe(states.length);
        const trouble = parts.filter(
          (part) => part.kind === 'stop' && ['broken', 'degraded'].includes(part.stop.state),
        );
        expect(trouble).toHaveLength(
          states.filter((one) => ['broken', 'degraded'].includes(one)).length,
        );
        const skipped = parts.flatMap((part) => (part.kind === 'skipped' ? [part.after] : []));
        expect(new Set(skipped).size).toBe(skipped.length);
      }),
    );
  });
});
