import type {
  DeviceField,
  DeviceRowView,
  DeviceView,
  SetUpView,
  SheetPlace,
  SheetView,
} from '../../preload/contract-batch';
import { inOrder, shownOf } from '../core/batch/field';
import { waitsFor } from '../core/batch/follow';
import { shownIn, type Row, type SetUp, type Sheet } from '../core/batch/sheet';
import { conflictsOf, lastSignature, openPoints, rowsOf, stateOf } from '../core/batch/state';
import { pointsNow } from './fill';

export const shownFields = [
  'model',
  'name',
  'asset-tag',
  'group-tag',
  'note',
] as const satisfies readonly DeviceField[];

export const rowView = (serial: string, row: Row): DeviceRowView => {
  const signature = lastSignature(row);
  return {
    serial,
    fields: Object.fromEntries(
      shownFields.map((field) => [field, shownIn(row, field)]),
    ) as DeviceRowView['fields'],
    state: stateOf(row),
    conflicts: conflictsOf(row).length,
    signedBy: signature?.by ?? null,
    signedAt: signature?.at ?? null,
    giveUpAt: signature === null ? (row.setUp?.giveUp?.at ?? null) : null,
  };
};

const setUpView = (setUp: SetUp): SetUpView => {
  const names = new Map(setUp.apps.map(({ id, name }) => [id, name]));
  return {
    from: setUp.from,
    at: setUp.at,
    by: setUp.by,
    over: setUp.over,
    phases: setUp.phases.map((phase) => ({ ...phase, name: null })),
    apps: setUp.apps.map(({ id, name, state, from, until, code }) => ({
      id,
      name,
      state,
      from,
      until,
      code,
    })),
    waitsFor: waitsFor(setUp).map(({ id }) => names.get(id) ?? id),
    giveUp: setUp.giveUp,
    findings: setUp.findings,
  };
};

export const deviceView = (serial: string, row: Row): DeviceView => ({
  row: rowView(serial, row),
  preflight: row.preflight,
  setUp: row.setUp === null ? null : setUpView(row.setUp),
  signOff:
    row.signOff === null ? null : { ...row.signOff, points: pointsNow(row, row.signOff.points) },
  signatures: row.signatures
    .map((signature) => ({
      by: signature.by,
      at: signature.at,
      points: signature.points,
      words: signature.words,
      open: openPoints(signature),
    }))
    .reverse(),
  conflicts: conflictsOf(row).flatMap(({ field, claims }) =>
    field === 'removed'
      ? []
      : [{ field, claims: claims.map(({ value, by, at }) => ({ value, by, at })) }],
  ),
});

export const sheetName = ({ name }: Sheet): string => shownOf(name)?.value ?? '';

export const inSerialOrder = (sheet: Sheet): [string, Row][] =>
  rowsOf(sheet).sort(([one], [two]) => inOrder(one, two));

/** Everybody who wrote or signed, in alphabetical order. */
const peopleOf = (sheet: Sheet): string[] => {
  const people = new Set(sheet.name.claims.map(({ by }) => by));
  for (const [, row] of rowsOf(sheet)) {
    for (const { by } of row.signatures) people.add(by);
    for (const field of Object.values(row.fields))
      for (const { by } of field.claims) people.add(by);
  }
  people.delete('');
  return [...people].sort(inOrder);
};

export const sheetView = (id: string, place: SheetPlace, sheet: Sheet): SheetView => ({
  id,
  name: sheetName(sheet),
  place,
  rows: inSerialOrder(sheet).map(([serial, row]) => rowView(serial, row)),
  people: peopleOf(sheet),
});
