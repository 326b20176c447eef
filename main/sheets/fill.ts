import type { BatchStep } from '../../preload/contract-batch';
import { addRow, setField, type Pen } from '../core/batch/edit';
import { follow, followProbes } from '../core/batch/follow';
import { readSerial } from '../core/batch/serial';
import {
  emptyRow,
  rowOf,
  shownIn,
  withRow,
  type Point,
  type Row,
  type Sheet,
} from '../core/batch/sheet';
import { openPoints } from '../core/batch/state';
import type { Diagnosis } from '../core/diagnosis';
import type { ProbeId } from '../core/facts/index';
import { valueOf, type Snapshot } from '../core/snapshot';
import { ordinaryProbes } from '../probes/index';
import { pointsOf, readsOf } from './checklists';

/** What is read for a step: a set-up under way is looked at often, so only what tells its state. */
export const probesFor: Readonly<Record<BatchStep, () => ProbeId[]>> = {
  preflight: () => wholeLook('preflight'),
  'set-up': () => [...followProbes],
  'sign-off': () => wholeLook('sign-off'),
};

/** The whole check, so that problems can be explained, and what only this list asks. */
const wholeLook = (list: 'preflight' | 'sign-off'): ProbeId[] => [
  ...new Set([...ordinaryProbes.map(({ id }) => id), 'machine' as const, ...readsOf(list)]),
];

export const serialIn = (snapshot: Snapshot): string | null => {
  const read = readSerial(valueOf(snapshot, 'machine')?.serial ?? '');
  return read.ok ? read.serial : null;
};

interface Seen {
  snapshot: Snapshot;
  diagnosis: Pick<Diagnosis, 'findings'>;
}

const filled = (row: Row, step: BatchStep, { snapshot, diagnosis }: Seen, pen: Pen): Row => {
  const at = snapshot.observedAt ?? pen.at;
  const findings = diagnosis.findings
    .filter(({ severity }) => severity !== 'notice')
    .map(({ id, values }) => ({ id, values }));
  const about = { at, by: pen.by, findings };
  if (step === 'set-up') return { ...row, setUp: follow(row.setUp, snapshot, about) };
  const points = pointsOf(step, snapshot, row);
  return step === 'preflight'
    ? { ...row, preflight: { ...about, points } }
    : { ...row, signOff: { ...about, points } };
};

/** The row of the device that was looked at, filled with what was read; null for a device without a number. */
export const fillFrom =
  (step: BatchStep, seen: Seen, pen: Pen) =>
  (sheet: Sheet): Sheet => {
    const serial = serialIn(seen.snapshot);
    if (serial === null) return sheet;
    const there = addRow(sheet, serial, pen);
    const row = rowOf(there, serial) ?? emptyRow;
    const model = valueOf(seen.snapshot, 'machine')?.model ?? '';
    const known = shownIn(row, 'model') === null ? setField(row, 'model', model, pen) : row;
    return withRow(there, serial, filled(known, step, seen, pen));
  };

export type SignRefusal = 'not-read' | 'points-open';

/** What is written on the sheet is judged as it stands now, not as it stood at the look. */
export const pointsNow = (row: Row, points: readonly Point[]): Point[] => {
  const tagged = shownIn(row, 'asset-tag');
  return points.map((point) =>
    point.id === 'asset-tag' && tagged !== null
      ? { ...point, state: 'yes', proof: [{ source: 'sheet', field: 'asset-tag', value: tagged }] }
      : point,
  );
};

/** Nobody signs for what was not seen: each point has proof, or somebody's reason beside it. */
export const signed = (
  row: Row,
  words: readonly { point: string; reason: string }[],
  pen: Pen,
): { ok: true; row: Row } | { ok: false; why: SignRefusal; points: string[] } => {
  if (row.signOff === null) return { ok: false, why: 'not-read', points: [] };
  const points = pointsNow(row, row.signOff.points);
  const open = openPoints({ points });
  const reasons = words.filter(({ point, reason }) => open.includes(point) && reason.trim() !== '');
  const without = open.filter((id) => !reasons.some(({ point }) => point === id));
  if (without.length > 0) return { ok: false, why: 'points-open', points: without };
  const signature = {
    id: pen.id(),
    by: pen.by,
    at: pen.at,
    seenAt: row.signOff.at,
    points,
    words: reasons.map(({ point, reason }) => ({ point, reason: reason.trim() })),
  };
  return { ok: true, row: { ...row, signatures: [...row.signatures, signature] } };
};
