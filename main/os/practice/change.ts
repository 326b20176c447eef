import { ok, unavailable } from '../../core/reading';
import type { RawReading } from '../port';
import type { Change } from './plan';

/** The time on a device that is practised on: it moves on with every act, and with nothing else. */
export interface Moment {
  at: Date;
  count: number;
}

const marks: Readonly<Record<string, (moment: Moment) => string>> = {
  iso: ({ at }) => at.toISOString(),
  /** As `dsregcmd` prints it. */
  utc: ({ at }) => at.toISOString().replace('T', ' ').replace('Z', ' UTC'),
  clock: ({ at }) => at.toISOString().slice(11, 23),
  date: ({ at }) => `${at.getUTCMonth() + 1}-${at.getUTCDate()}-${at.getUTCFullYear()}`,
  number: ({ count }) => String(4_000 + 12 * count),
};

const filled = (text: string, moment: Moment): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => marks[name]?.(moment) ?? whole);

/** Byte for byte, so that what is not touched stays as it was recorded. */
const textOf = (reading: RawReading): string =>
  reading.kind === 'ok' ? Buffer.from(reading.value.bytes).toString('latin1') : '';

const told = (text: string): RawReading =>
  ok({ bytes: Buffer.from(text, 'latin1'), exitCode: 0, ms: 0 });

type Row = Record<string, unknown>;

const rowsOf = (text: string): Row[] => {
  try {
    const rows: unknown = JSON.parse(text);
    return Array.isArray(rows) ? (rows as Row[]) : [rows as Row];
  } catch {
    return [];
  }
};

const fits = (row: Row, where: Row): boolean =>
  Object.entries(where).every(([name, value]) => row[name] === value);

const changeRows = (text: string, edits: Extract<Change, { rows: unknown }>['rows']): string =>
  JSON.stringify(
    edits.reduce((rows, { where, set, add }) => {
      const hit = rows.some((row) => fits(row, where));
      const changed = rows.map((row) => (fits(row, where) ? { ...row, ...set } : row));
      return hit || !add ? changed : [...changed, { ...where, ...set }];
    }, rowsOf(text)),
  );

const labelOf = (line: string): string | null => /^ *([^:]*[^: ]) *:/.exec(line)?.[1] ?? null;

const isRule = (line: string | undefined): boolean => /^\+-+\+\s*$/.test(line ?? '');

/** The title of the box that begins at this line, if one does. */
const titleAt = (lines: readonly string[], at: number): string | null =>
  isRule(lines[at]) ? (/^\|\s*(.*?)\s*\|/.exec(lines[at + 1] ?? '')?.[1] ?? null) : null;

const dropBoxes = (lines: readonly string[], titles: readonly string[]): string[] => {
  let gone = false;
  return lines.filter((_line, at) => {
    const title = titleAt(lines, at);
    if (title !== null) gone = titles.some((begin) => title.startsWith(begin));
    return !gone;
  });
};

const changeLines = (
  text: string,
  { set, drop, without }: Extract<Change, { lines: unknown }>['lines'],
): string => {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const kept = dropBoxes(text.split(/\r?\n/), without).filter(
    (line) => !drop.includes(labelOf(line) ?? ''),
  );
  const there = new Set(kept.map(labelOf));
  const written = (label: string) => `${label.padStart(26)} : ${set[label] ?? ''}`;
  const added = Object.keys(set).filter((label) => !there.has(label));
  const anchor = kept.findIndex((line) => Object.hasOwn(set, labelOf(line) ?? ''));
  return kept
    .flatMap((line, at) => {
      const label = labelOf(line);
      const own = label !== null && Object.hasOwn(set, label) ? written(label) : line;
      return at === anchor ? [own, ...added.map(written)] : [own];
    })
    .join(end);
};

/** One source after a change. Pure: the recording itself is never touched. */
export const changed = (reading: RawReading, change: Change, moment: Moment): RawReading => {
  if ('unavailable' in change) return unavailable(change.unavailable);
  if ('text' in change) return told(filled(change.text, moment));
  if ('json' in change) return told(filled(JSON.stringify(change.json), moment));
  if ('append' in change) return told(textOf(reading) + filled(change.append, moment));
  if ('rows' in change) return told(filled(changeRows(textOf(reading), change.rows), moment));
  return told(filled(changeLines(textOf(reading), change.lines), moment));
};
