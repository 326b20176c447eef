import { Readable } from 'node:stream';
import { createWords } from '../../strings/index';
import { english, load } from '../../strings/for-terminal';
import { runTerminal } from '../../main/terminal/run';
import type { Terminal } from '../../main/terminal/terminal';

export interface Said {
  code: number;
  out: string;
  err: string;
}

export interface Setting {
  input?: string | Uint8Array;
  env?: NodeJS.ProcessEnv;
  locale?: string;
  terminal?: Partial<Terminal>;
}

/** Runs the whole door in this process, with streams that remember. */
export const say = async (args: string[], setting: Setting = {}): Promise<Said> => {
  const said: Said = { code: -1, out: '', err: '' };
  const { input = '', env = {}, locale = 'en-GB', terminal = {} } = setting;
  said.code = await runTerminal({
    args,
    env,
    locale,
    make: (words) => ({
      out: (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
      input: Readable.from([Buffer.from(input)]),
      words,
      paint: (_colour, text) => text,
      width: 80,
      watched: false,
      signal: new AbortController().signal,
      now: () => Date.parse('2026-01-02T00:00:00Z'),
      ...terminal,
    }),
  });
  return said;
};

export const englishSays = createWords('en', english);
export const germanSays = async () => createWords('de', await load('de'), english);
export const captures = new URL('../captures/dsregcmd/', import.meta.url);
