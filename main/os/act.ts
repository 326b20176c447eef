import type { Reading } from '../core/reading';
import type { Raw, Tool } from './port';

/** Programs that change something. Beside `tools`, which only read; resolved in the same way. */
export const actTools = [
  'eventcreate.exe',
  'gpupdate.exe',
  'icacls.exe',
  'ipconfig.exe',
  'mdmdiagnosticstool.exe',
  'sc.exe',
  'schtasks.exe',
  'shutdown.exe',
] as const;
export type ActTool = Tool | (typeof actTools)[number];

/** The only things an argument may stand for; the machine fills them in, nobody else can. */
export type Place =
  /** Where the act saves what it collects, see `saves`. */
  | { place: 'saved' }
  /** Our own installed program, quoted, to be started again after a restart. */
  | { place: 'own-program' };

/**
 * One program start that changes the machine: program and arguments are fixed where it is declared.
 * `key` is stable, because the journal and practice devices name it.
 */
export interface Act {
  readonly key: string;
  readonly tool: ActTool;
  readonly args: readonly (string | Place)[];
  readonly limitMs: number;
  /** Exit codes besides 0 that do not say it failed. */
  readonly alsoFine?: readonly number[];
  /** A file that only this act writes, in a folder only administrators can write when it is run by one. */
  readonly saves?: { readonly name: string; readonly from: 'program' | 'output' };
}

const declared = new WeakSet<Act>();

/**
 * The only way to make an act that a machine will run. Acts are told apart by identity, so that nothing
 * that came over a border (the page, a file, a pipe) can be one, whatever it looks like.
 */
export const declareAct = (act: Act): Act => {
  const made: Act = Object.freeze({ ...act, args: Object.freeze([...act.args]) });
  declared.add(made);
  return made;
};

export const isDeclared = (act: Act): boolean => declared.has(act);

export type Acted = Raw & {
  /** Absolute path of what was saved; null when nothing is there. */
  saved: string | null;
};

/**
 * `unavailable`, and `failed` with `could-not-start`: nothing was started. Any other `failed`: it was
 * started and nobody knows how far it came.
 */
export type ActReading = Reading<Acted>;
