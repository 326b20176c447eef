import { ok, unavailable } from '../../core/reading';
import type { Reading } from '../../core/reading';
import type { Source } from '../../os/port';
import type { Raws } from '../probe';
import { statusIn } from '../text/codes';
import type { Status } from '../text/codes';
import { filledLines } from '../text/lines';
import { textOf } from '../text/raw';

type CommandSource = Extract<Source, { kind: 'command' }>;

export const nltest = (key: string, limitMs: number, ...args: string[]): CommandSource => ({
  key,
  rights: 'user',
  limitMs,
  kind: 'command',
  tool: 'nltest.exe',
  args,
});

export interface Answer {
  lines: string[];
  /** All `Status = …` of the text; a success says 0. */
  statuses: Status[];
  text: string;
}

const accessDenied = 5;

export const answerOf = (raws: Raws, source: CommandSource): Reading<Answer> => {
  const told = textOf(raws, source.key);
  if (told.kind !== 'ok') return told;
  const { text, exitCode } = told.value;
  const lines = filledLines(text);
  const statuses = lines.flatMap((line) => statusIn(line) ?? []);
  if (exitCode === accessDenied || statuses.some(({ number }) => number === accessDenied))
    return unavailable('needs-admin', 'status 5');
  return ok({ lines, statuses, text });
};

export const failureOf = ({ statuses }: Answer): Status | null =>
  statuses.find(({ number }) => number !== 0) ?? null;
