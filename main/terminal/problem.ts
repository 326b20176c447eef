import type { MessageKey, Values } from '../../strings/index';
import { exit, type ExitCode } from './exit';

export interface Hint {
  key: MessageKey;
  values?: Values;
}

/** Something the person can put right: a sentence, perhaps a hint, and the exit code; never a stack. */
export class Problem extends Error {
  readonly values: Values;
  readonly exitCode: ExitCode;
  readonly hint: Hint | null;
  /** The machine's word for it, for scripts. */
  readonly why: string;

  constructor(
    readonly key: MessageKey,
    about: { values?: Values; exitCode?: ExitCode; hint?: Hint; why?: string } = {},
  ) {
    super(key);
    this.name = 'Problem';
    this.values = about.values ?? {};
    this.exitCode = about.exitCode ?? exit.usage;
    this.hint = about.hint ?? null;
    this.why = about.why ?? 'cannot-open';
  }
}
