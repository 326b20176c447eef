import { failed, ok, unavailable } from '../../core/reading';
import type { RawReading } from '../port';
import type { HostSource } from './questions';
import { registryText } from './registry-text';

/** Null means that this host cannot do it, and that another way may. */
export type HostAnswer = RawReading | null;

const errorIds: readonly (readonly [RegExp, (detail: string) => HostAnswer])[] = [
  [/^unsupported$/, () => null],
  [/^needs-admin$/, () => unavailable('needs-admin')],
  [/^needs-system$/, () => unavailable('needs-system')],
  [/0x80041003|0x80070005/i, (detail) => unavailable('denied', detail)],
  [/\b(UnauthorizedAccess|Security)Exception,/, (detail) => unavailable('denied', detail)],
  [/0x80041010|0x8004100e|0x80041002/i, (detail) => unavailable('absent', detail)],
  [/\bEventLogNotFoundException,/, (detail) => unavailable('absent', detail)],
  [/CommandNotFound/i, (detail) => unavailable('blocked-by-policy', detail)],
  [/0x80041069/i, (detail) => failed('timed-out', detail)],
];

export const fromError = (id: string, ms: number): HostAnswer => {
  // What `reg query` says of a key that is not there: exit code 1, and that is a fact, not a gap.
  if (id === 'missing') return ok({ bytes: new Uint8Array(), exitCode: 1, ms });
  const known = errorIds.find(([shape]) => shape.test(id));
  return known === undefined ? failed('crashed', id) : known[1](id);
};

const parse = (text: string): unknown[] | null => {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
};

interface Written {
  text: string;
  exitCode: number | null;
}

/** Gives each source the text its tool would have written, so that captures look alike either way. */
const writers: Record<HostSource['kind'], (text: string) => Written | null> = {
  self: (text) => ({ text, exitCode: null }),
  cim: (text) => ({ text, exitCode: null }),
  registry: (text) => {
    const written = registryText(parse(text) ?? []);
    return written === null ? null : { text: written, exitCode: 0 };
  },
  events: (text) => {
    const events = parse(text);
    if (events?.every((event) => typeof event === 'string') !== true) return null;
    return { text: events.join('\r\n'), exitCode: 0 };
  },
};

export const fromAnswer = (kind: HostSource['kind'], text: string, ms: number): RawReading => {
  const written = writers[kind](text);
  if (written === null) return failed('not-understood', text.slice(0, 120));
  return ok({ bytes: Buffer.from(written.text), exitCode: written.exitCode, ms });
};
