import type { Sheet } from '../core/batch/sheet';
import { changeSheet, loadSheet, type ChangeRefusal } from '../sheets/file';
import type { SheetRefusal } from '../sheets/shape';
import { exit } from './exit';
import { readingProblem, writingProblem } from './file-problem';
import { Problem } from './problem';
import type { Terminal } from './terminal';

/** A file that holds no sheet this program can use, told in the words of the page. */
export const refusedSheet = (path: string, code: SheetRefusal, { words }: Terminal): Problem =>
  new Problem('terminal.batch.refused', {
    values: { path, why: words.say(`refusal.${code}`) },
    exitCode: exit.undetermined,
    why: code,
  });

type Sentence = (path: string, terminal: Terminal) => Problem;
const reading =
  (code: string): Sentence =>
  (path) =>
    readingProblem(path, code);
const refusing =
  (code: SheetRefusal): Sentence =>
  (path, terminal) =>
    refusedSheet(path, code, terminal);

/** All that writing does not know; the system's own refusals of writing are told as everywhere. */
const problems: Partial<Record<ChangeRefusal, Sentence>> = {
  absent: reading('ENOENT'),
  busy: reading('EBUSY'),
  'too-large': refusing('not-a-sheet'),
  'not-a-sheet': refusing('not-a-sheet'),
  'sheet-newer': refusing('sheet-newer'),
  'sheet-damaged': refusing('sheet-damaged'),
};

export const openSheet = async (path: string, terminal: Terminal): Promise<Sheet> => {
  const loaded = await loadSheet(path);
  if (loaded.ok) return loaded.value;
  throw (problems[loaded.code] ?? reading('EACCES'))(path, terminal);
};

/** What is thrown in `by` leaves the sheet as it was. */
export const writeSheet = async (
  path: string,
  terminal: Terminal,
  by: (sheet: Sheet) => Sheet,
  { create = false }: { create?: boolean } = {},
): Promise<Sheet> => {
  const changed = await changeSheet(path, by, { create });
  if (changed.ok) return changed.value;
  const { code, detail } = changed;
  const sentence = problems[code];
  throw sentence === undefined
    ? writingProblem(path, code as Parameters<typeof writingProblem>[1], detail)
    : sentence(path, terminal);
};
