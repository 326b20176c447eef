import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readCsv,
  separatorOf,
  separators,
  withoutMark,
  writeCsv,
} from '../../../main/core/batch/csv';
import { addList } from '../../../main/core/batch/edit';
import { importList } from '../../../main/core/batch/import-list';
import { readSerial } from '../../../main/core/batch/serial';
import { emptySheet, rowOf } from '../../../main/core/batch/sheet';
import { conflictsOf } from '../../../main/core/batch/state';

const hash = 'T0H+AQEA'.repeat(500);
const autopilot = [
  'Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User',
  `5CG1234ABC,,${hash},Berlin,anna@example.com`,
  `pf-3k2x9 ,,${hash},"Branch, north",`,
].join('\r\n');

const serials = (text: string) => importList(text).rows.map(({ serial }) => serial);
const problems = (text: string) =>
  importList(text).problems.map(({ line, why }) => [line, why] as const);

describe('a list of serial numbers', () => {
  it('reads what the registration service takes, and leaves hardware hashes out', () => {
    const list = importList(autopilot);
    expect(list.rows).toEqual([
      { line: 2, serial: '5CG1234ABC', fields: { 'group-tag': 'Berlin' } },
      { line: 3, serial: 'PF-3K2X9', fields: { 'group-tag': 'Branch, north' } },
    ]);
    expect(list.problems).toEqual([]);
    expect(list.leftOut).toContain('Hardware Hash');
  });

  it.each([...separators])('reads columns apart by %j, in any order', (separator) => {
    const text = ['Model', 'Asset tag', 'Serial number'].join(separator);
    const list = importList(`${text}\nX13${separator}T-7${separator}abc1`);
    expect(list.rows).toEqual([
      { line: 2, serial: 'ABC1', fields: { model: 'X13', 'asset-tag': 'T-7' } },
    ]);
  });

  it('reads a plain list, with gaps, and German headings', () => {
    expect(serials('\ufeffabc1\r\n\r\nabc2\n')).toEqual(['ABC1', 'ABC2']);
    expect(importList('Seriennummer;Inventarnummer\nA9;77').rows[0]?.fields).toEqual({
      'asset-tag': '77',
    });
  });

  it('names every damaged line and keeps the others', () => {
    const text = [
      'Serial Number,Model',
      'A1,"open',
      'A2,M,surplus',
      ',M',
      '5.1E+11,M',
      'To be filled by O.E.M.,M',
      'A3,"in" behind',
      `${'X'.repeat(65)},M`,
      'B\ufffd1,M',
      'A4,M',
      'a4,M',
    ].join('\n');
    expect(problems(text)).toEqual([
      [2, 'open-quote'],
      [3, 'too-many-cells'],
      [4, 'no-serial'],
      [5, 'damaged-number'],
      [6, 'filler'],
      [7, 'stray-quote'],
      [8, 'too-long'],
      [9, 'unreadable'],
      [11, 'twice'],
    ]);
    expect(serials(text)).toEqual(['A4']);
    expect(importList(text).problems.at(-1)).toMatchObject({ seen: 'a4', firstLine: 10 });
  });

  it('counts lines inside of quotation marks', () => {
    expect(problems('Serial,Note\nA1,"one\ntwo"\n,x')).toEqual([[4, 'no-serial']]);
  });

  it('stops at twenty thousand and says so', () => {
    const list = importList(Array.from({ length: 20_005 }, (_, nr) => `S${nr}`).join('\n'));
    expect([list.rows.length, list.problems]).toMatchObject([20_000, [{ why: 'too-many' }]]);
  });

  it('ends quickly on five thousand lines that all open a quotation mark', () => {
    const started = performance.now();
    expect(importList(`${'"x'.repeat(9_000)}\n`.repeat(50)).rows).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('never throws, and says of each line that is not empty what became of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aB1",;\t\n\r =|') }), (text) => {
        const { rows, problems: wrong } = importList(text);
        const lines = readCsv(text, separatorOf(text)).length;
        expect(rows.length + wrong.length).toBeLessThanOrEqual(lines);
        expect(rows.length + wrong.length).toBeGreaterThanOrEqual(lines - 1);
      }),
    );
  });
});

describe('a written table', () => {
  const cell = fc.string({ maxLength: 12 }).filter((text) => withoutMark(text) === text);

  it('comes back as it went out, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...separators),
        (rows, separator) => {
          const back = readCsv(writeCsv(rows, separator), separator);
          const wanted = rows.filter((row) => row.some((text) => text.trim() !== ''));
          expect(back.map(({ cells }) => cells.map(withoutMark))).toEqual(wanted);
          expect(back.every(({ problem }) => problem === null)).toBe(true);
        },
      ),
    );
  });

  it.each(['=1+1', '+49', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
    'runs nothing when a table program opens %j',
    (value) => {
      const [first = ''] = readCsv(writeCsv([[value]], ';'), ';')[0]?.cells ?? [];
      expect(first).toBe(`'${value}`);
    },
  );
});

describe('a serial number', () => {
  it.each([
    [' 5cg 12 ', '5CG 12'],
    ['\u200babc', 'ABC'],
    ['0012', '0012'],
  ])('%j is %s', (text, serial) => expect(readSerial(text)).toEqual({ ok: true, serial }));

  it.each([
    ['', 'no-serial'],
    ['a\u0000b', 'unreadable'],
    ['Default string', 'filler'],
    ['1,23457E+12', 'damaged-number'],
  ])('%j is refused as %s', (text, why) => expect(readSerial(text)).toEqual({ ok: false, why }));
});

describe('a list put on a sheet', () => {
  let nr = 0;
  const pen = { by: 'Ada', at: 1, id: () => String((nr += 1)) };
  const list = (text: string) => importList(`Serial,Asset tag\n${text}`).rows;

  it('adds, fills, and keeps both where list and sheet differ', () => {
    const first = addList(emptySheet, list('A1,T-1\nA2,'), pen);
    expect(first.count).toEqual({ added: 2, filled: 0, same: 0, disagree: [] });
    const again = addList(first.sheet, list('A1,T-1\nA2,'), pen);
    expect(again.count).toEqual({ added: 0, filled: 0, same: 2, disagree: [] });
    const other = addList(first.sheet, list('A1,T-9\nA2,T-2'), pen);
    expect(other.count).toEqual({ added: 0, filled: 2, same: 0, disagree: ['A1'] });
    expect(conflictsOf(rowOf(other.sheet, 'A1')!)).toHaveLength(1);
  });

  it('takes five thousand devices in a moment', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => `S${at},T${at}`).join('\n');
    expect(Object.keys(addList(emptySheet, list(many), pen).sheet.rows)).toHaveLength(5_000);
  });
});
