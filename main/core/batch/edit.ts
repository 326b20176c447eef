import type { ListRow } from './import-list';
import { conflictIn, emptyField, putBeside, write, type Claim } from './field';
import { emptyRow, rowOf, withRow, type FieldName, type Row, type Sheet } from './sheet';
import { isRemoved } from './state';

/** Who writes and when; each call of `id` gives a new one. */
export interface Pen {
  by: string;
  at: number;
  id(): string;
}

const claim = (pen: Pen, value: string): Claim => ({
  id: pen.id(),
  value,
  by: pen.by,
  at: pen.at,
});

export const named = (sheet: Sheet, name: string, pen: Pen): Sheet => ({
  ...sheet,
  name: write(sheet.name, claim(pen, name)),
});

/** Also settles a conflict: what is written stands over all that was there. */
export const setField = (row: Row, name: FieldName, value: string, pen: Pen): Row => {
  const field = row.fields[name] ?? emptyField;
  const same = field.claims.length > 0 && field.claims.every((one) => one.value === value);
  if (same || (field.claims.length === 0 && value === '')) return row;
  return { ...row, fields: { ...row.fields, [name]: write(field, claim(pen, value)) } };
};

/** A row that was taken off comes back with all it had. */
export const addRow = (sheet: Sheet, serial: string, pen: Pen): Sheet => {
  const known = rowOf(sheet, serial);
  if (known === null) return withRow(sheet, serial, emptyRow);
  return isRemoved(known) ? withRow(sheet, serial, setField(known, 'removed', '', pen)) : sheet;
};

export interface ImportCount {
  added: number;
  /** Were there and got something new. */
  filled: number;
  same: number;
  /** Serial numbers where the list says something else than the sheet: both are kept. */
  disagree: string[];
}

const withImported = (row: Row, fields: ListRow['fields'], pen: Pen): Row => {
  let next = row;
  for (const [key, value] of Object.entries(fields)) {
    const name = key as FieldName;
    const field = next.fields[name] ?? emptyField;
    if (field.claims.some((one) => one.value === value)) continue;
    next = {
      ...next,
      fields: { ...next.fields, [name]: putBeside(field, claim(pen, value)) },
    };
  }
  return next;
};

const disagrees = (row: Row): boolean =>
  Object.values(row.fields).some((field) => conflictIn(field).length > 0);

/** A list adds; what stands on the sheet is never written over by it. */
export const addList = (
  sheet: Sheet,
  list: readonly ListRow[],
  pen: Pen,
): { sheet: Sheet; count: ImportCount } => {
  const rows = { ...sheet.rows };
  const count: ImportCount = { added: 0, filled: 0, same: 0, disagree: [] };
  for (const { serial, fields } of list) {
    const known = Object.hasOwn(rows, serial) ? rows[serial] : undefined;
    const there =
      known !== undefined && isRemoved(known) ? setField(known, 'removed', '', pen) : known;
    const next = withImported(there ?? emptyRow, fields, pen);
    if (known === undefined) count.added += 1;
    else if (next === known) count.same += 1;
    else count.filled += 1;
    if (known !== undefined && next !== known && disagrees(next)) count.disagree.push(serial);
    rows[serial] = next;
  }
  return { sheet: { ...sheet, rows }, count };
};
