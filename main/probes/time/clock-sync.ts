import type { ClockSync } from '../../core/facts/time';
import { ok, unavailable } from '../../core/reading';
import type { Reading, Tri } from '../../core/reading';
import type { Source } from '../../os/port';
import type { Probe } from '../probe';
import { afterColon, filled, linesOf } from '../text/lines';
import { notUnderstood, textOf, textReads } from '../text/raw';

const source = {
  key: 'w32tm-status',
  rights: 'user',
  limitMs: 8_000,
  kind: 'command',
  tool: 'w32tm.exe',
  args: ['/query', '/status', '/verbose'],
} as const satisfies Source;

/** ERROR_SERVICE_NOT_ACTIVE, the same in every language. */
const notRunning = /\b0x80070426\b/i;
const accessDenied = /\b0x80070005\b/i;
/** Every row has a colon; the second half of a sentence that was wrapped has none. */
const rowsOf = (text: string): string[] => linesOf(text).flatMap((line) => afterColon(line) ?? []);

const leading = (value: string | undefined): number | null => {
  const found = /^[+-]?\d+/.exec(value ?? '')?.[0];
  return found === undefined ? null : Number(found);
};
/** Always a dot, whatever the regional format says. */
const seconds = (value: string | undefined): number | null => {
  const found = /^([+-]?\d+\.\d+)s\b/.exec(value ?? '')?.[1];
  return found === undefined ? null : Number(found);
};

const ownReferences: Record<string, ClockSync['reference']> = {
  '00000000': 'none',
  '4c4f434c': 'local',
  '564d5450': 'host',
};
const machines: Record<number, ClockSync['stateMachine']> = { 0: 'unset', 1: 'hold', 2: 'sync' };

/** What the protocol itself says; a failed last attempt is told apart in `lastError`. */
const synchronised = (leap: number, stratum: number): Tri =>
  leap === 3 || stratum === 0 || stratum >= 16 ? 'no' : 'yes';

const stopped: ClockSync = {
  serviceRunning: 'no',
  leap: null,
  stratum: null,
  reference: null,
  source: null,
  pollSeconds: null,
  offsetSeconds: null,
  stateMachine: null,
  lastError: null,
  secondsSinceSync: null,
  synchronised: 'unknown',
};

/** Rows by position, each checked by its shape; the seventh is a date in the user's format and is not read. */
const parse = (text: string): Reading<ClockSync> => {
  if (notRunning.test(text)) return ok(stopped);
  if (accessDenied.test(text)) return unavailable('denied');
  const rows = rowsOf(text);
  const reference = /^0x([0-9a-f]{8})\b/i.exec(rows[5] ?? '')?.[1]?.toLowerCase();
  const poll = /\((\d+)s\)/.exec(rows[8] ?? '')?.[1];
  const leap = leading(rows[0]);
  const stratum = leading(rows[1]);
  if (leap === null || stratum === null || reference === undefined) return notUnderstood(text);
  // The rows of `/verbose` hang together: where the first two are others, so are those behind them.
  const inPlace = seconds(rows[9]) !== null && seconds(rows[10]) !== null;
  const verbose = inPlace ? rows : [];
  return ok({
    serviceRunning: 'yes',
    leap,
    stratum,
    reference: ownReferences[reference] ?? 'server',
    source: filled(rows[7]),
    pollSeconds: poll === undefined ? null : Number(poll),
    offsetSeconds: seconds(verbose[9]),
    stateMachine: machines[leading(verbose[11]) ?? -1] ?? null,
    lastError: leading(verbose[14]),
    secondsSinceSync: seconds(verbose[15]),
    synchronised: synchronised(leap, stratum),
  });
};

export const clockSyncProbe: Probe<'clock-sync'> = {
  id: 'clock-sync',
  on: ['win32'],
  reads: textReads(source),
  parse: (raws) => {
    const told = textOf(raws, source.key);
    return told.kind === 'ok' ? parse(told.value.text) : told;
  },
};
