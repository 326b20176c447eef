import type { LogEntry } from '../../core/facts/mdm';

const opening = '<![LOG[';
const closing = ']LOG]!><';
const levels: Record<string, LogEntry['level']> = { 1: 'information', 2: 'warning', 3: 'error' };
const longest = 400;

const attributes = {
  time: /\btime="(\d\d?:\d\d:\d\d(?:\.\d{1,3})?)/,
  date: /\bdate="(\d\d?)-(\d\d?)-(\d{4})"/,
  component: /\bcomponent="([^"]*)"/,
  type: /\btype="(\d)"/,
};

/** `10:21:44.118+000` and `7-16-2026`: the device's own time, month first in every language. */
const localTime = (tail: string): string | null => {
  const time = attributes.time.exec(tail)?.[1];
  const [, month = '', day = '', year] = attributes.date.exec(tail) ?? [];
  if (time === undefined || year === undefined) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${time}`;
};

/** Found by searching, not by one pattern: that would run to the end of the file from every opening. */
const entryOf = (part: string): LogEntry[] => {
  const end = part.indexOf(closing);
  const after = end < 0 ? -1 : part.indexOf('>', end + closing.length);
  const tail = after < 0 ? '' : part.slice(end + closing.length, after);
  const at = localTime(tail);
  if (at === null) return [];
  return [
    {
      localTime: at,
      component: attributes.component.exec(tail)?.[1] ?? '',
      level: levels[attributes.type.exec(tail)?.[1] ?? ''] ?? 'unknown',
      text: part.slice(0, end).trim().slice(0, longest),
    },
  ];
};

/**
 * The log format of ConfigMgr and the Intune agent. Written in English on every PC. An entry that is cut
 * at either end of the file is left out.
 */
export const parseLog = (text: string): LogEntry[] => text.split(opening).slice(1).flatMap(entryOf);

/** The last few entries that complain. */
export const lastProblems = (entries: readonly LogEntry[], count: number): LogEntry[] =>
  entries.filter(({ level }) => level === 'warning' || level === 'error').slice(-count);
