import type { MessageKey } from '../../strings/index';
import type { ExitCode } from './exit';
import type { Terminal } from './terminal';

export type OptionSpec =
  | { kind: 'flag'; words: MessageKey }
  /** `value` is the placeholder in the usage line. */
  | { kind: 'value'; value: string; words: MessageKey };

export interface Call {
  flags: ReadonlySet<string>;
  values: ReadonlyMap<string, string>;
  positionals: readonly string[];
}

/** One command of the public command line: what it takes, as data, and what it does. */
export interface Command {
  name: string;
  summary: MessageKey;
  options: Readonly<Record<string, OptionSpec>>;
  /** How the positionals look in the usage line, and how many there may be. */
  positionals: { usage: string; least: number; most: number };
  /** More lines for its help: examples, exit codes of its own. */
  notes: readonly MessageKey[];
  run(call: Call, terminal: Terminal): Promise<ExitCode>;
}

/** Every command has these. */
export const commonOptions = {
  help: { kind: 'flag', words: 'terminal.option.help' },
  lang: { kind: 'value', value: 'TAG', words: 'terminal.option.lang' },
} as const satisfies Record<string, OptionSpec>;

export const json = { kind: 'flag', words: 'terminal.option.json' } as const satisfies OptionSpec;
