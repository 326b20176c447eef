import { clockRows, type ClockView } from '../core/clocks';
import { clockApart, clockProtocols } from '../../strings/clock-words';
import { table } from './table';
import type { Terminal } from './terminal';
import { printable, wrap } from './wrap';

/** Whose clock says what, and which one is wrong. */
export const showClocks = (clock: ClockView, { words, width, paint }: Terminal): string[] => {
  if (clock.wrong === 'unknown') return [];
  const rows = clockRows(clock).map(
    ({ host, shownBy, offsetMs, mark }) =>
      [
        host === null ? words.say('reach.stop.this-pc') : printable(host),
        [
          ...(shownBy === null ? [] : [clockProtocols[shownBy]]),
          ...(host === null ? [] : [words.say('check-reach.clocks.apart', clockApart(offsetMs))]),
          words.say('check-reach.clocks.is', { mark }),
        ].join(' · '),
      ] as const,
  );
  return [
    '',
    paint('bold', words.say('check-reach.clocks.title')),
    wrap(words.say('check-reach.clocks.verdict', { wrong: clock.wrong }), width),
    table(rows, width),
  ];
};
