import { addList, type ImportCount, type Pen } from '../core/batch/edit';
import { importList, type ImportedList } from '../core/batch/import-list';
import { mergeSheets, rowOf, type Sheet } from '../core/batch/sheet';
import { conflictsOf, rowsOf } from '../core/batch/state';
import { decode, looksBinary } from '../os/decode';
import { done, refused, type Result } from '../os/result';
import { readSheet, type SheetRefusal } from './shape';

export interface MergeCount {
  added: number;
  changed: number;
  disagree: string[];
}

export type Taken =
  | {
      kind: 'list';
      list: ImportedList;
      put(sheet: Sheet, pen: Pen): { sheet: Sheet; count: ImportCount };
    }
  | { kind: 'sheet'; put(sheet: Sheet): { sheet: Sheet; count: MergeCount } };

const merged = (mine: Sheet, theirs: Sheet): { sheet: Sheet; count: MergeCount } => {
  const sheet = mergeSheets(mine, theirs);
  const count: MergeCount = { added: 0, changed: 0, disagree: [] };
  for (const [serial, row] of rowsOf(sheet)) {
    const before = rowOf(mine, serial);
    if (before === null) count.added += 1;
    else if (JSON.stringify(before) !== JSON.stringify(row)) count.changed += 1;
    if (conflictsOf(row).length > 0) count.disagree.push(serial);
  }
  return { sheet, count };
};

const looksLikeSheet = (text: string): boolean => /^\s*\{/u.test(text);

/** A file says itself what it is: another copy of the sheet, or a list of devices in any encoding. */
export const takeFile = (bytes: Uint8Array): Result<Taken, SheetRefusal | 'empty' | 'binary'> => {
  if (looksBinary(bytes)) return refused('binary');
  const { text } = decode(bytes);
  if (text.trim() === '') return refused('empty');
  if (looksLikeSheet(text)) {
    const read = readSheet(new TextEncoder().encode(text.replace(/^\ufeff/u, '')));
    if (!read.ok) return read;
    return done({ kind: 'sheet', put: (sheet) => merged(sheet, read.value) });
  }
  const list = importList(text);
  return done({ kind: 'list', list, put: (sheet, pen) => addList(sheet, list.rows, pen) });
};
