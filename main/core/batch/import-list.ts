import { readCsv, separatorOf, withoutMark, type CsvLine } from './csv';
import { readSerial, type SerialProblem } from './serial';
import type { FieldName } from './sheet';

export type ListProblem =
  SerialProblem | 'open-quote' | 'stray-quote' | 'too-many-cells' | 'twice' | 'too-many';

export interface ListRow {
  line: number;
  serial: string;
  fields: Partial<Record<FieldName, string>>;
}

export interface ImportedList {
  rows: ListRow[];
  problems: { line: number; why: ListProblem; seen: string; firstLine: number | null }[];
  /** Headings that this sheet has no column for; hardware hashes are among them. */
  leftOut: string[];
}

const mostRows = 20_000;
const mostCharacters = 200;
const shownCharacters = 60;

type Column = 'serial' | FieldName;

/** How the services, the makers and our own export head their columns, without blanks and signs. */
const headings: Readonly<Record<string, Column>> = {
  deviceserialnumber: 'serial',
  serialnumber: 'serial',
  serial: 'serial',
  serialno: 'serial',
  servicetag: 'serial',
  seriennummer: 'serial',
  model: 'model',
  devicemodel: 'model',
  modell: 'model',
  assettag: 'asset-tag',
  inventorynumber: 'asset-tag',
  inventarnummer: 'asset-tag',
  computername: 'name',
  devicename: 'name',
  name: 'name',
  gerätename: 'name',
  grouptag: 'group-tag',
  ordertag: 'group-tag',
  gruppentag: 'group-tag',
  note: 'note',
  notes: 'note',
  notiz: 'note',
};

const columnOf = (cell: string): Column | null => {
  const key = cell.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return Object.hasOwn(headings, key) ? (headings[key] ?? null) : null;
};

const clean = (cell: string): string =>
  withoutMark(cell.trim())
    // eslint-disable-next-line no-control-regex -- these are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ')
    .slice(0, mostCharacters);

/** Column by column; null where the first line is no heading, and every line begins with its serial number. */
const columnsOf = (first: CsvLine | undefined): (Column | null)[] | null => {
  const columns = first?.cells.map(columnOf) ?? [];
  return columns.includes('serial') ? columns : null;
};

/** A list of devices: what a service exported, a supplier sent, or somebody typed. */
export const importList = (text: string): ImportedList => {
  const lines = readCsv(text.replace(/^\ufeff/u, ''), separatorOf(text));
  const columns = columnsOf(lines[0]);
  const result: ImportedList = { rows: [], problems: [], leftOut: [] };
  if (columns !== null)
    result.leftOut = (lines[0]?.cells ?? []).filter(
      (cell, at) => columns[at] === null && cell !== '',
    );
  const serialAt = columns?.indexOf('serial') ?? 0;
  const firstAt = new Map<string, number>();
  const refuse = (line: CsvLine, why: ListProblem, firstLine: number | null = null) =>
    result.problems.push({
      line: line.line,
      why,
      seen: clean(line.cells[serialAt] ?? '').slice(0, shownCharacters),
      firstLine,
    });
  for (const line of columns === null ? lines : lines.slice(1)) {
    if (line.problem !== null) {
      refuse(line, line.problem);
      continue;
    }
    if (columns !== null && line.cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
      refuse(line, 'too-many-cells');
      continue;
    }
    const read = readSerial(withoutMark((line.cells[serialAt] ?? '').trim()));
    if (!read.ok) {
      refuse(line, read.why);
      continue;
    }
    const first = firstAt.get(read.serial);
    if (first !== undefined) {
      refuse(line, 'twice', first);
      continue;
    }
    if (result.rows.length >= mostRows) {
      refuse(line, 'too-many');
      break;
    }
    firstAt.set(read.serial, line.line);
    result.rows.push({ line: line.line, serial: read.serial, fields: fieldsOf(line, columns) });
  }
  return result;
};

const fieldsOf = (line: CsvLine, columns: readonly (Column | null)[] | null): ListRow['fields'] => {
  const fields: ListRow['fields'] = {};
  for (const [at, column] of (columns ?? []).entries()) {
    const value = clean(line.cells[at] ?? '');
    if (column !== null && column !== 'serial' && value !== '') fields[column] ??= value;
  }
  return fields;
};
