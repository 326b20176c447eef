import type { Source, Tool } from './port';

export interface Command {
  tool: Tool;
  args: readonly string[];
}

type Of<K extends Source['kind']> = Extract<Source, { kind: K }>;

// eslint-disable-next-line no-control-regex
const keyPath = /^[^"/\\\0-\x1f][^"/\0-\x1f]{0,254}$/;
const channelName = /^[A-Za-z0-9][A-Za-z0-9 ._/-]{0,200}$/;

/** `/reg:64`, because a 32-bit process would be shown another branch that looks empty. */
export const registryCommand = (source: Of<'registry'>): Command | null =>
  keyPath.test(source.path)
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

/** XML, because the rendered message is translated, and UTF-16, because the ANSI page loses names. */
export const eventsCommand = (source: Of<'events'>): Command | null => {
  const valid =
    channelName.test(source.channel) &&
    source.ids.length > 0 &&
    source.ids.every(isId) &&
    Number.isInteger(source.newest) &&
    source.newest > 0;
  if (!valid) return null;
  const anyOf = source.ids.map((id) => `EventID=${id}`).join(' or ');
  return {
    tool: 'wevtutil.exe',
    args: [
      'qe',
      source.channel,
      `/q:*[System[(${anyOf})]]`,
      '/f:xml',
      '/rd:true',
      `/c:${source.newest}`,
      '/uni:true',
    ],
  };
};
