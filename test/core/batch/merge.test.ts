import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRow, named, setField, type Pen } from '../../../main/core/batch/edit';
import { conflictIn, emptyField, shownOf } from '../../../main/core/batch/field';
import {
  emptySheet,
  mergeSheets,
  rowOf,
  shownIn,
  withRow,
  type FieldName,
  type Point,
  type Sheet,
} from '../../../main/core/batch/sheet';
import { conflictsOf, rowsOf } from '../../../main/core/batch/state';

let written = 0;
const pen = (by: string, at: number): Pen => ({ by, at, id: () => `c${(written += 1)}` });

type Step =
  | { kind: 'field'; copy: number; serial: string; name: FieldName; value: string; at: number }
  | { kind: 'sign'; copy: number; serial: string; at: number }
  | { kind: 'read'; copy: number; serial: string; at: number; state: 'yes' | 'no' }
  | { kind: 'call'; copy: number; value: string; at: number }
  | { kind: 'take'; copy: number; from: number };

const copy = fc.nat({ max: 2 });
const serial = fc.constantFrom('A1', 'B2');
const at = fc.nat({ max: 5 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('field' as const),
    copy,
    serial,
    name: fc.constantFrom<FieldName>('asset-tag', 'note', 'removed'),
    value: fc.constantFrom('x', 'y', ''),
    at,
  }),
  fc.record({ kind: fc.constant('sign' as const), copy, serial, at }),
  fc.record({
    kind: fc.constant('read' as const),
    copy,
    serial,
    at,
    state: fc.constantFrom('yes' as const, 'no' as const),
  }),
  fc.record({ kind: fc.constant('call' as const), copy, value: fc.constantFrom('p', 'q'), at }),
  fc.record({ kind: fc.constant('take' as const), copy, from: copy }),
);

const doStep = (sheets: Sheet[], one: Step): Sheet => {
  const sheet = sheets[one.copy]!;
  const by = `tech ${one.copy}`;
  if (one.kind === 'take') return mergeSheets(sheet, sheets[one.from]!);
  if (one.kind === 'call') return named(sheet, one.value, pen(by, one.at));
  const ready = addRow(sheet, one.serial, pen(by, one.at));
  const row = rowOf(ready, one.serial)!;
  if (one.kind === 'field')
    return withRow(ready, one.serial, setField(row, one.name, one.value, pen(by, one.at)));
  const points: Point[] = [
    { id: 'join', state: one.kind === 'read' ? one.state : 'yes', proof: [] },
  ];
  if (one.kind === 'sign') {
    const signature = { id: pen(by, 0).id(), by, at: one.at, seenAt: one.at, points, words: [] };
    const signatures = [...row.signatures, signature];
    return withRow(ready, one.serial, { ...row, signatures });
  }
  const signOff = { at: one.at, by, points, findings: [] };
  return withRow(ready, one.serial, { ...row, signOff });
};

/** Three copies of one sheet after any history, some of it shared. */
const copies = fc.array(step, { maxLength: 25 }).map((steps) => {
  const sheets = [emptySheet, emptySheet, emptySheet];
  for (const one of steps) sheets[one.copy] = doStep(sheets, one);
  return sheets as [Sheet, Sheet, Sheet];
});

/** As it is after one merge, whatever order things were written down in. */
const settled = (sheet: Sheet) => JSON.stringify(mergeSheets(sheet, sheet));

describe('the merging of sheets', () => {
  it('gives the same in any order, any grouping and any number of times', () => {
    fc.assert(
      fc.property(copies, ([one, two, three]) => {
        const both = mergeSheets(one, two);
        expect(JSON.stringify(both)).toBe(JSON.stringify(mergeSheets(two, one)));
        expect(JSON.stringify(mergeSheets(both, three))).toBe(
          JSON.stringify(mergeSheets(one, mergeSheets(two, three))),
        );
        expect(JSON.stringify(mergeSheets(both, one))).toBe(JSON.stringify(both));
        expect(settled(both)).toBe(JSON.stringify(both));
      }),
      { numRuns: 300 },
    );
  });

  it('loses no signature, no serial number and no word that nobody wrote over', () => {
    fc.assert(
      fc.property(copies, ([one, two]) => {
        const both = mergeSheets(one, two);
        for (const sheet of [one, two])
          for (const [number, row] of Object.entries(sheet.rows)) {
            const merged = rowOf(both, number)!;
            const ids = merged.signatures.map(({ id }) => id);
            expect(ids).toEqual(expect.arrayContaining(row.signatures.map(({ id }) => id)));
            for (const [name, field] of Object.entries(row.fields)) {
              const after = merged.fields[name as FieldName]!;
              for (const { id } of field.claims)
                expect([...after.claims.map((claim) => claim.id), ...after.replaced]).toContain(id);
            }
          }
      }),
    );
  });

  const twoWords = () => {
    const base = addRow(emptySheet, 'A1', pen('Ada', 1));
    const put = (value: string, by: string, moment: number) =>
      withRow(base, 'A1', setField(rowOf(base, 'A1')!, 'asset-tag', value, pen(by, moment)));
    return mergeSheets(put('T-1', 'Ada', 2), put('T-2', 'Bo', 3));
  };

  it('keeps both of two different words, names them, and shows the newer', () => {
    const row = rowOf(twoWords(), 'A1')!;
    expect(shownIn(row, 'asset-tag')).toBe('T-2');
    expect(
      conflictsOf(row).map(({ field, claims }) => [field, ...claims.map(({ by }) => by)]),
    ).toEqual([['asset-tag', 'Bo', 'Ada']]);
  });

  it('is settled by writing, also for the copies that still disagree', () => {
    const before = twoWords();
    const row = setField(rowOf(before, 'A1')!, 'asset-tag', 'T-1', pen('Cy', 4));
    const after = mergeSheets(withRow(before, 'A1', row), before);
    expect(conflictsOf(rowOf(after, 'A1')!)).toEqual([]);
    expect(shownIn(rowOf(after, 'A1')!, 'asset-tag')).toBe('T-1');
  });

  it('sees no conflict where two people wrote the same, and none in an empty field', () => {
    const claims = [
      { id: 'a', value: 'x', by: 'Ada', at: 1 },
      { id: 'b', value: 'x', by: 'Bo', at: 2 },
    ];
    expect(conflictIn({ claims, replaced: [] })).toEqual([]);
    expect(conflictIn(emptyField)).toEqual([]);
    expect(shownOf(emptyField)).toBeNull();
  });

  it('takes a row off for everybody, and brings it back with all it had', () => {
    const base = addRow(emptySheet, 'A1', pen('Ada', 1));
    const noted = setField(rowOf(base, 'A1')!, 'note', 'dented', pen('Ada', 1));
    const gone = withRow(base, 'A1', setField(noted, 'removed', 'yes', pen('Bo', 2)));
    expect(rowsOf(mergeSheets(base, gone))).toEqual([]);
    const [[, row]] = rowsOf(addRow(gone, 'A1', pen('Ada', 3))) as [[string, never]];
    expect(shownIn(row, 'note')).toBe('dented');
  });
});
