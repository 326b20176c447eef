import type { BatchForm } from '../../preload/contract-batch';
import type { Words } from '../../strings/index';
import { writeCsv } from '../core/batch/csv';
import { shownIn, type Row, type Sheet } from '../core/batch/sheet';
import { conflictsOf, lastSignature, openPoints, stateOf } from '../core/batch/state';
import { sheetDocument } from './document';
import { sheetBytes } from './shape';
import { inSerialOrder, sheetName, shownFields } from './views';

/** Our own heading row is among those the import knows, so that a table can be brought back. */
const headings = [
  'Serial number',
  'Model',
  'Computer name',
  'Asset tag',
  'Group tag',
  'Note',
] as const;

const isoOf = (at: number | null | undefined): string =>
  at === null || at === undefined ? '' : new Date(at).toISOString();

/** Table programs split at the semicolon wherever the comma stands in numbers. */
const separatorFor = (language: string): ',' | ';' =>
  new Intl.NumberFormat(language).format(1.5).includes(',') ? ';' : ',';

const csvRow = ([serial, row]: [string, Row], words: Words): string[] => {
  const signature = lastSignature(row);
  const point = (id: string) => words.lookUp(`batch.point.${id}`) ?? id;
  return [
    serial,
    ...shownFields.map((field) => shownIn(row, field) ?? ''),
    words.say(`batch.state.${stateOf(row)}`),
    signature?.by ?? '',
    isoOf(signature?.at),
    signature === null ? '' : openPoints(signature).map(point).join(', '),
    signature?.words.map(({ point: id, reason }) => `${point(id)}: ${reason}`).join('; ') ?? '',
    conflictsOf(row)
      .map(
        ({ field, claims }) =>
          `${field}: ${claims.map(({ value, by }) => `${value} (${by})`).join(' / ')}`,
      )
      .join('; '),
  ];
};

const csvText = (sheet: Sheet, words: Words): string =>
  writeCsv(
    [
      [
        ...headings,
        words.say('batch.column.state'),
        words.say('batch.column.signed-by'),
        words.say('batch.column.signed-at'),
        words.say('batch.column.open'),
        words.say('batch.column.reasons'),
        words.say('batch.column.conflicts'),
      ],
      ...inSerialOrder(sheet).map((row) => csvRow(row, words)),
    ],
    separatorFor(words.language),
  );

const makers: Readonly<
  Record<BatchForm, (sheet: Sheet, words: Words, now: number) => [string, Uint8Array]>
> = {
  csv: (sheet, words) => ['csv', new TextEncoder().encode(`\ufeff${csvText(sheet, words)}`)],
  html: (sheet, words, now) => ['html', new TextEncoder().encode(sheetDocument(sheet, words, now))],
  sheet: (sheet) => ['json', sheetBytes(sheet)],
};

/** Letters, digits, dashes: the name of a sheet is somebody's words, and no path. */
const fileName = (sheet: Sheet, now: number): string => {
  const own = sheetName(sheet)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 40);
  return `${own === '' ? 'batch' : own}-${new Date(now).toISOString().slice(0, 10)}`;
};

export const exported = (
  sheet: Sheet,
  form: BatchForm,
  words: Words,
  now: number,
): { name: string; bytes: Uint8Array } => {
  const [ending, bytes] = makers[form](sheet, words, now);
  return { name: `${fileName(sheet, now)}.${ending}`, bytes };
};
