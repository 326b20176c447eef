import type { Act, ActReading } from '../os/act';
import type { OutcomeKind, RepairOutcome, Started, Why } from './repair';

export const outcomeOf = (
  repair: string,
  kind: OutcomeKind,
  why: Why | null,
  rest: Partial<Pick<RepairOutcome, 'need' | 'code' | 'started' | 'saved'>> = {},
): RepairOutcome => ({
  repair,
  kind,
  why,
  need: null,
  code: null,
  started: [],
  saved: null,
  ...rest,
});

const placeNames = { saved: '<file>', 'own-program': '<fieldkit>' } as const;

/** What a person would type; arguments with blanks in quotes. For reading, never for starting. */
export const lineOf = ({ tool, args }: Act): string =>
  [tool, ...args.map((part) => (typeof part === 'string' ? part : placeNames[part.place]))]
    .map((part) => (/[\s;]/.test(part) ? `"${part}"` : part))
    .join(' ');

export const startedOf = (act: Act, reading: ActReading | null): Started => ({
  key: act.key,
  line: lineOf(act),
  exitCode: reading?.kind === 'ok' ? reading.value.exitCode : null,
  ms: reading?.kind === 'ok' ? reading.value.ms : null,
});

/** Codes of Windows are known by their hexadecimal form, small exit codes by their decimal one. */
const codeOf = (exitCode: number): string =>
  exitCode >= 0x8000_0000 ? `0x${exitCode.toString(16)}` : String(exitCode);

/** What our own scripts end with, where a number of Windows would not say it. */
export const scriptExit = {
  /** Only the full language mode can do this, and a policy has switched it off. */
  languageMode: 40,
  /** What it was to act on is not there. */
  nothing: 41,
} as const;

const ourExits: Readonly<Record<number, Pick<Broken, 'kind' | 'why'>>> = {
  [scriptExit.languageMode]: { kind: 'failed', why: 'blocked-by-policy' },
  [scriptExit.nothing]: { kind: 'skipped', why: 'nothing-there' },
};

export interface Broken {
  kind: 'failed' | 'skipped' | 'unknown' | 'declined';
  why: Why;
  code: string | null;
}

const notStarted: Readonly<Record<string, Pick<Broken, 'kind' | 'why'>>> = {
  'tool-missing': { kind: 'failed', why: 'tool-missing' },
  'blocked-by-policy': { kind: 'failed', why: 'blocked-by-policy' },
  denied: { kind: 'failed', why: 'could-not-start' },
  'not-recorded': { kind: 'skipped', why: 'recorded' },
  'other-os': { kind: 'skipped', why: 'not-windows' },
};

const fromExit = (act: Act, exitCode: number | null): Broken | null => {
  if (exitCode === 0 || (exitCode !== null && act.alsoFine?.includes(exitCode))) return null;
  if (exitCode === null) return { kind: 'unknown', why: 'lost', code: null };
  const ours = act.tool === 'powershell.exe' ? ourExits[exitCode] : undefined;
  return { ...(ours ?? { kind: 'failed', why: 'exit-code' }), code: codeOf(exitCode) };
};

/** How an act went wrong, or null. `unknown` is for what was started and whose end nobody saw. */
export const brokenBy = (act: Act, reading: ActReading): Broken | null => {
  if (reading.kind === 'ok') return fromExit(act, reading.value.exitCode);
  if (reading.kind === 'unavailable') {
    const known = notStarted[reading.why] ?? { kind: 'failed', why: 'could-not-start' };
    return { ...known, code: reading.detail ?? null };
  }
  if (reading.reason === 'could-not-start')
    return reading.detail === 'cancelled'
      ? { kind: 'declined', why: 'cancelled', code: null }
      : { kind: 'failed', why: 'could-not-start', code: reading.detail ?? null };
  const why = reading.reason === 'timed-out' ? 'timed-out' : 'lost';
  return { kind: 'unknown', why, code: null };
};
