import type { Evidence } from '../finding';
import type { Tri } from '../reading';
import type { Snapshot } from '../snapshot';

/** Everything that is looked at before a PC is reset, in the order a person reads it. */
export const lineIds = [
  'kind-fits',
  'resettable',
  'recovery',
  'waiting',
  'restart',
  'power',
  'space',
  'build',
  'recovery-key',
  'folders',
  'uploaded',
  'outside',
  'asked',
  'noted',
  'comes-back',
  'local-administrator',
  'pending',
  'signed-in',
] as const;
export type LineId = (typeof lineIds)[number];

/** Something that would be lost or has to be brought back, with its size where one was measured. */
export interface Item {
  /** Words are found by `readiness.item.<kind>`. */
  kind: string;
  name: string | null;
  bytes: number | null;
  /** False: it is at least so much. */
  whole: boolean;
}

/**
 * `yes` is ready and has proof; `no` has proof too; everything else is `unknown`.
 * Words are found by `readiness.line.<id>.<reason>`.
 */
export interface Judged {
  state: Tri;
  reason: string;
  evidence: Evidence[];
  values?: Record<string, string | number>;
  items?: Item[];
}

/** What only somebody else can tell; null where nobody asked. */
export interface Beside {
  /** Actions the management service still wants to carry out, by name. */
  pendingActions: readonly string[] | null;
}

/** Null where the question makes no sense on this device. */
export type Judge = (snapshot: Snapshot, beside: Beside) => Judged | null;

/** `must`: a reset waits for it. `should`: it is told, and does not hold anything up. */
export type Weight = 'must' | 'should';

export interface Line extends Judged {
  id: LineId;
  weight: Weight;
  values: Record<string, string | number>;
  items: Item[];
}

export const yes = (reason: string, evidence: Evidence[], more: Partial<Judged> = {}): Judged => ({
  state: 'yes',
  reason,
  evidence,
  ...more,
});
export const no = (reason: string, evidence: Evidence[], more: Partial<Judged> = {}): Judged => ({
  state: 'no',
  reason,
  evidence,
  ...more,
});
export const unknown = (
  reason: string,
  evidence: Evidence[] = [],
  more: Partial<Judged> = {},
): Judged => ({ state: 'unknown', reason, evidence, ...more });

export const notRead = unknown('not-read');
