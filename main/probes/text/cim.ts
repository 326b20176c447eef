import { ok } from '../../core/reading';
import type { Reading } from '../../core/reading';
import type { Source } from '../../os/port';
import type { Raws } from '../probe';
import { filled, filledLines } from './lines';
import { notUnderstood, textOf } from './raw';

type CimSource = Extract<Source, { kind: 'cim' }>;

export const cimSource = (
  key: string,
  namespace: string,
  from: string,
  properties: readonly string[],
  where = '',
): CimSource => ({
  kind: 'cim',
  key,
  rights: 'user',
  limitMs: 15_000,
  namespace: namespace.replaceAll('/', '\\'),
  query: `SELECT ${properties.join(', ')} FROM ${from}${where === '' ? '' : ` WHERE ${where}`}`,
  properties,
});

/** One object, by property name. Names are never translated. */
export type CimRow = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is CimRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parseJson = (text: string): unknown[] | null => {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch {
    return null;
  }
};

/** An array of objects, one object, or one of either per line. "None" is `[]`: nothing at all is a loss. */
const parseRows = (text: string): CimRow[] | null => {
  if (text.trim() === '') return null;
  const rows: CimRow[] = [];
  for (const part of parseJson(text) === null ? filledLines(text) : [text]) {
    const values = parseJson(part);
    // The first line that is no answer ends it: a long text of something else costs nothing.
    if (values === null || !values.every(isRow)) return null;
    for (const value of values) rows.push(value);
  }
  return rows;
};

export const rowsOf = (raws: Raws, source: CimSource): Reading<CimRow[]> => {
  const told = textOf(raws, source.key);
  if (told.kind !== 'ok') return told;
  const rows = parseRows(told.value.text);
  return rows === null ? notUnderstood(told.value.text) : ok(rows);
};

export const cimText = (row: CimRow, name: string): string | null => {
  const value = row[name];
  return typeof value === 'string' ? filled(value) : null;
};

export const cimNumber = (row: CimRow, name: string): number | null => {
  const value = row[name];
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
};

export const cimFlag = (row: CimRow, name: string): boolean | null => {
  const value = row[name];
  return typeof value === 'boolean' ? value : null;
};

/** PowerShell writes a list of one as the thing itself. */
export const cimTexts = (row: CimRow, name: string): string[] => {
  const value = row[name];
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((entry) => typeof entry === 'string' && entry.trim() !== '') as string[];
};
