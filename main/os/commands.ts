import type { Source, Tool } from './port';

export interface Command {
  tool: Tool;
  args: readonly string[];
}

type Of<K extends Source['kind']> = Extract<Source, { kind: K }>;

// eslint-disable-next-line no-control-regex
const keyPath = /^[^"/\\\0-\x1f][^"/\0-\x1f]{0,254}$/;
const channelName = /^[A-Za-z0-9][A-Za-z0-9 ._/-]{0,200}$/;

export const isKeyPath = (path: string): boolean => keyPath.test(path);

/** `/reg:64`, because a 32-bit process would be shown another branch that looks empty. */
export const registryCommand = (source: Of<'registry'>): Command | null =>
  isKeyPath(source.path)
    ? {
        tool: 'reg.exe',
        args: [
          'query',
          `${source.hive}\\${source.path}`,
          ...(source.recurse ? ['/s'] : []),
          '/reg:64',
        ],
      }
    : null;

/** A key nobody has: its message tells, in the language of this PC, what "not found" looks like. */
export const absentKeyCommand: Command = {
  tool: 'reg.exe',
  args: ['query', 'HKLM\\SOFTWARE\\Fieldkit-no-such-key', '/reg:64'],
};

const isId = (id: number) => Number.isInteger(id) && id >= 0 && id <= 65_535;

const mostComparisons = 20;

interface Range {
  from: number;
  to: number;
}

const comparisons = ({ from, to }: Range): number => (from === to ? 1 : 2);
const written = ({ from, to }: Range): string =>
  from === to ? `EventID=${String(from)}` : `(EventID>=${String(from)} and EventID<=${String(to)})`;

const closestPair = (ranges: readonly Range[]): number => {
  const gap = (at: number) => (ranges[at + 1]?.from ?? Infinity) - (ranges[at]?.to ?? 0);
  return ranges.reduce((best, _, at) => (gap(at) < gap(best) ? at : best), 0);
};

/**
 * Windows refuses a filter of more than twenty comparisons, so many ids become ranges, the closest
 * first. A few other events may come along; who reads them looks at the id.
 */
const rangesOf = (ids: readonly number[]): Range[] => {
  let ranges = [...new Set(ids)]
    .sort((one, other) => one - other)
    .map((id) => ({ from: id, to: id }));
  while (ranges.reduce((sum, range) => sum + comparisons(range), 0) > mostComparisons) {
    const at = closestPair(ranges);
    ranges = ranges.flatMap((range, nr) => {
      if (nr === at + 1) return [];
      return nr === at ? [{ from: range.from, to: ranges[at + 1]?.to ?? range.to }] : [range];
    });
  }
  return ranges;
};

/** The filter for the ids of a source; null when the source is malformed. */
export const eventsQuery = (source: Of<'events'>): string | null => {
  const valid =
    channelName.test(source.channel) &&
    source.ids.length > 0 &&
    source.ids.every(isId) &&
    Number.isInteger(source.newest) &&
    source.newest > 0;
  return valid ? `*[System[(${rangesOf(source.ids).map(written).join(' or ')})]]` : null;
};

/** XML, because the rendered message is translated, and UTF-16, because the ANSI page loses names. */
export const eventsCommand = (source: Of<'events'>): Command | null => {
  const query = eventsQuery(source);
  if (query === null) return null;
  return {
    tool: 'wevtutil.exe',
    args: [
      'qe',
      source.channel,
      `/q:${query}`,
      '/f:xml',
      '/rd:true',
      `/c:${source.newest}`,
      '/uni:true',
    ],
  };
};
