import type { StepState, TrackedKind } from '../facts/autopilot';
import type { Evidence, Finding } from '../finding';
import type { Tri } from '../reading';
import { emptyField, higher, inOrder, mergeFields, shownOf, type Field } from './field';

export const fieldNames = ['model', 'name', 'asset-tag', 'group-tag', 'note', 'removed'] as const;
export type FieldName = (typeof fieldNames)[number];

/** One question of a checklist with its answer and the readings behind it. */
export interface Point {
  id: string;
  state: Tri;
  proof: Evidence[];
}

/** What was found broken, by its id and what its words name: each reader gets it in their own language. */
export type Found = Pick<Finding, 'id' | 'values'>;

/** What was read of the device at one moment. */
export interface Checked {
  at: number;
  by: string;
  points: Point[];
  findings: Found[];
}

export interface Phase {
  id: string;
  state: StepState;
  /** When it was first seen under way; null where it was over, or had not begun, at every look. */
  from: number | null;
  until: number | null;
  code: string | null;
}

export interface SetUpApp {
  id: string;
  name: string;
  kind: TrackedKind;
  state: StepState;
  from: number | null;
  until: number | null;
  code: string | null;
}

export interface SetUp {
  /** First and last look. */
  from: number;
  at: number;
  by: string;
  over: Tri;
  phases: Phase[];
  apps: SetUpApp[];
  /** When to stop waiting; the limit is the device's own, or Windows' usual one. */
  giveUp: { at: number; minutes: number; told: boolean } | null;
  findings: Found[];
}

/** A point that proof does not cover, and a person's reason to sign all the same. */
export interface Word {
  point: string;
  reason: string;
}

/** A typed name under what was read at that moment: the points are part of it, and never change. */
export interface Signature {
  id: string;
  by: string;
  at: number;
  /** When the device was looked at for it. */
  seenAt: number;
  points: Point[];
  words: Word[];
}

export interface Row {
  fields: Partial<Record<FieldName, Field>>;
  preflight: Checked | null;
  setUp: SetUp | null;
  signOff: Checked | null;
  signatures: Signature[];
}

/** One batch of devices, by serial number. Several copies of it can always be made one again. */
export interface Sheet {
  schema: 1;
  name: Field;
  rows: Record<string, Row>;
}

export const emptyRow: Row = {
  fields: {},
  preflight: null,
  setUp: null,
  signOff: null,
  signatures: [],
};

export const emptySheet: Sheet = { schema: 1, name: emptyField, rows: {} };

export const rowOf = ({ rows }: Sheet, serial: string): Row | null =>
  Object.hasOwn(rows, serial) ? (rows[serial] ?? null) : null;

export const withRow = (sheet: Sheet, serial: string, row: Row): Sheet => ({
  ...sheet,
  rows: { ...sheet.rows, [serial]: row },
});

export const shownIn = ({ fields }: Row, name: FieldName): string | null =>
  shownOf(fields[name] ?? emptyField)?.value || null;

/** A reading is no opinion: of two the newer one counts. */
const newer = <T extends { at: number }>(one: T | null, two: T | null): T | null => {
  if (one === null || two === null) return one ?? two;
  return one.at === two.at ? higher(one, two) : one.at > two.at ? one : two;
};

const mergeSignatures = (one: readonly Signature[], two: readonly Signature[]): Signature[] => {
  const byId = new Map<string, Signature>();
  for (const signature of [...one, ...two]) {
    const known = byId.get(signature.id);
    byId.set(signature.id, known ? higher(known, signature) : signature);
  }
  return [...byId.values()].sort((a, b) => a.at - b.at || inOrder(a.id, b.id));
};

const mergeRows = (one: Row, two: Row): Row => ({
  fields: Object.fromEntries(
    fieldNames.flatMap((name) => {
      const [mine, theirs] = [one.fields[name], two.fields[name]];
      if (mine === undefined && theirs === undefined) return [];
      return [[name, mergeFields(mine ?? emptyField, theirs ?? emptyField)]];
    }),
  ),
  preflight: newer(one.preflight, two.preflight),
  setUp: newer(one.setUp, two.setUp),
  signOff: newer(one.signOff, two.signOff),
  signatures: mergeSignatures(one.signatures, two.signatures),
});

/**
 * In whatever order, however often and by however many copies this is done, the same sheet comes out. The
 * laws are tested; they are what makes a stick, a profile and an interrupted writing harmless.
 */
export const mergeSheets = (one: Sheet, two: Sheet): Sheet => ({
  schema: 1,
  name: mergeFields(one.name, two.name),
  rows: Object.fromEntries(
    [...new Set([...Object.keys(one.rows), ...Object.keys(two.rows)])]
      .sort(inOrder)
      .map((serial) => [
        serial,
        mergeRows(rowOf(one, serial) ?? emptyRow, rowOf(two, serial) ?? emptyRow),
      ]),
  ),
});
