import { conflictIn } from './field';
import {
  fieldNames,
  shownIn,
  type Checked,
  type FieldName,
  type Row,
  type Sheet,
  type Signature,
} from './sheet';
import type { Claim } from './field';

/** How far a device is, in the order of a deployment day. */
export const rowStates = [
  'listed',
  'not-ready',
  'partly-read',
  'ready',
  'setting-up',
  'set-up-failed',
  'set-up-done',
  'not-done',
  'signed-open',
  'changed',
  'signed',
] as const;
export type RowState = (typeof rowStates)[number];

export const lastSignature = ({ signatures }: Row): Signature | null => signatures.at(-1) ?? null;

/** What was signed although it was not proved. */
export const openPoints = ({ points }: Pick<Signature, 'points'>): string[] =>
  points.flatMap(({ id, state }) => (state === 'yes' ? [] : [id]));

/** Looks are compared with looks: the clocks of two PCs may differ by days. */
const signedState = (signature: Signature, since: Checked | null): RowState => {
  const signed = new Map(signature.points.map(({ id, state }) => [id, state]));
  const worse = since !== null && since.at > signature.seenAt ? since.points : [];
  if (worse.some(({ id, state }) => state === 'no' && signed.get(id) !== 'no')) return 'changed';
  return openPoints(signature).length === 0 ? 'signed' : 'signed-open';
};

const preflightState = ({ points }: Checked): RowState => {
  const states = points.map(({ state }) => state);
  if (states.includes('no')) return 'not-ready';
  return states.includes('unknown') ? 'partly-read' : 'ready';
};

const setUpState = ({ over, phases, apps }: NonNullable<Row['setUp']>): RowState => {
  if ([...phases, ...apps].some(({ state }) => state === 'failed')) return 'set-up-failed';
  return over === 'yes' ? 'set-up-done' : 'setting-up';
};

export const stateOf = (row: Row): RowState => {
  const signature = lastSignature(row);
  if (signature !== null) return signedState(signature, row.signOff);
  const { preflight, setUp, signOff } = row;
  const steps: [number, () => RowState][] = [
    [signOff?.at ?? 0, () => 'not-done'],
    [setUp?.at ?? 0, () => (setUp === null ? 'listed' : setUpState(setUp))],
    [preflight?.at ?? 0, () => (preflight === null ? 'listed' : preflightState(preflight))],
  ];
  const [latest] = steps.sort(([one], [two]) => two - one);
  return latest === undefined || latest[0] === 0 ? 'listed' : latest[1]();
};

export interface Conflict {
  field: FieldName;
  claims: Claim[];
}

export const conflictsOf = ({ fields }: Row): Conflict[] =>
  fieldNames.flatMap((field) => {
    const claims = conflictIn(fields[field] ?? { claims: [], replaced: [] });
    return claims.length === 0 ? [] : [{ field, claims }];
  });

export const isRemoved = (row: Row): boolean => shownIn(row, 'removed') === 'yes';

/** What is on the sheet, in the order of the serial numbers. */
export const rowsOf = ({ rows }: Sheet): [string, Row][] =>
  Object.entries(rows).filter(([, row]) => !isRemoved(row));

export const countStates = (sheet: Sheet): Partial<Record<RowState, number>> => {
  const counts: Partial<Record<RowState, number>> = {};
  for (const [, row] of rowsOf(sheet)) {
    const state = stateOf(row);
    counts[state] = (counts[state] ?? 0) + 1;
  }
  return counts;
};
