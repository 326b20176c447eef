import type { TakenCount } from '../../preload/contract-batch';
import { addList, type Pen } from '../core/batch/edit';
import { importList } from '../core/batch/import-list';
import { mergeSheets, rowOf, type Sheet } from '../core/batch/sheet';
import { conflictsOf, rowsOf } from '../core/batch/state';
import { decode, looksBinary } from '../os/decode';
import { done, refused, type Result } from '../os/result';
import { readSheet, type SheetRefusal } from './shape';

/** Puts what a file holds into a sheet, and counts what came of it. */
export type Taken = (sheet: Sheet, pen: Pen) => { sheet: Sheet; count: TakenCount };

/** The first are shown to a person; the rest is a number. */
const mostListed = 100;

const copy =
  (theirs: Sheet): Taken =>
  (mine) => {
    const sheet = mergeSheets(mine, theirs);
    const count = { kind: 'sheet' as const, added: 0, changed: 0, disagree: [] as string[] };
    for (const [serial, row] of rowsOf(sheet)) {
      const before = rowOf(mine, serial);
      if (before === null) count.added += 1;
      else if (JSON.stringify(before) !== JSON.stringify(row)) count.changed += 1;
      if (conflictsOf(row).length > 0) count.disagree.push(serial);
    }
    return { sheet, count };
  };

const list = (text: string): Taken => {
  const { rows, problems, leftOut } = importList(text);
  return (before, pen) => {
    const { sheet, count } = addList(before, rows, pen);
    return {
      sheet,
      count: {
        kind: 'list',
        ...count,
        problems: problems.slice(0, mostListed),
        problemCount: problems.length,
        leftOut,
      },
    };
  };
};

const looksLikeSheet = (text: string): boolean => /^\s*\{/u.test(text);

/** A file says itself what it is: another copy of the sheet, or a list of devices in any encoding. */
export const takeFile = (bytes: Uint8Array): Result<Taken, SheetRefusal> => {
  if (looksBinary(bytes)) return refused('not-a-sheet');
  const text = decode(bytes).text.replace(/^\ufeff/u, '');
  if (text.trim() === '') return refused('not-a-sheet');
  if (!looksLikeSheet(text)) return done(list(text));
  const read = readSheet(new TextEncoder().encode(text));
  return read.ok ? done(copy(read.value)) : read;
};
