import type { LogEntry } from '../../core/facts/mdm';

const entry = /<!\[LOG\[([\s\S]*?)\]LOG\]!><([^>]*)>/g;
const levels: Record<string, LogEntry['level']> = { 1: 'information', 2: 'warning', 3: 'error' };
const longest = 400;

const attribute = (text: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? '';

/** `10:21:44.118+000` and `7-16-2026`: the device's own time, month first in every language. */
const localTime = (attributes: string): string | null => {
  const time = /^\d\d?:\d\d:\d\d(\.\d{1,3})?/.exec(attribute(attributes, 'time'))?.[0];
  const date = /^(\d\d?)-(\d\d?)-(\d{4})$/.exec(attribute(attributes, 'date'));
  if (time === undefined || date === null) return null;
  const [, month = '', day = '', year = ''] = date;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${time}`;
};

/**
 * The log format of ConfigMgr and the Intune agent. Written in English on every PC. An entry that is cut
 * at either end of the file is left out.
 */
export const parseLog = (text: string): LogEntry[] =>
  [...text.matchAll(entry)].flatMap(([, message = '', attributes = '']) => {
    const at = localTime(attributes);
    if (at === null) return [];
    return [
      {
        localTime: at,
        component: attribute(attributes, 'component'),
        level: levels[attribute(attributes, 'type')] ?? 'unknown',
        text: message.trim().slice(0, longest),
      },
    ];
  });

/** The last few entries that complain. */
export const lastProblems = (entries: readonly LogEntry[], count: number): LogEntry[] =>
  entries.filter(({ level }) => level === 'warning' || level === 'error').slice(-count);
