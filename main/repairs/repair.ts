import type { ProbeId } from '../core/facts/index';
import type { Tri } from '../core/reading';
import type { Seat } from '../core/seat';
import type { Snapshot } from '../core/snapshot';
import type { Act, Acted } from '../os/act';

/** A precondition, read right before. Words: `need.<id>` says what is missing. */
export interface Need {
  id: string;
  reads: readonly ProbeId[];
  holds(snapshot: Snapshot): Tri;
  /** Nobody could read it: stop, or go on and let the proof decide. Destructive repairs always stop. */
  unknown: 'stop' | 'go-on';
}

export interface ActedOn {
  key: string;
  acted: Acted;
}

/** One allow-listed action. Words: `repair.<id>.title`, `.does`, `.changes`, `.risk`, `.undo`. */
export interface Repair {
  /** Never reused: journals of old releases name it. */
  id: string;
  rights: 'user' | 'admin';
  /** `own`: touches the signed-in user's session, which an elevated or SYSTEM process does not share. */
  session: 'own' | 'any';
  /** Takes over settings of whoever runs it, so that an administrator has to be that very person. */
  account?: 'same';
  risk: 'none' | 'interrupts' | 'destructive';
  seats: readonly Seat[];
  /** What it usually takes, for the words. */
  seconds: number;
  /** Everything it may ever start, in order. */
  acts: readonly Act[];
  /** Which of `acts` this device needs; all of them when absent. What is not in `acts` is refused. */
  picks?(snapshot: Snapshot): readonly Act[];
  needs: readonly Need[];
  /** What is read right before and right after. */
  rereads: readonly ProbeId[];
  /** How long the fact may take to follow the act; it is read again until then. */
  settleSeconds: number;
  /** Whether the fact changed. `unknown` when nothing tells, never because the program said so. */
  proof(before: Snapshot, after: Snapshot, acted: readonly ActedOn[]): Proof;
  undo: 'not-needed' | 'cannot' | { repair: string };
}

export type Proof = 'verified' | 'not-verified' | 'unknown';

export const outcomeKinds = [
  'verified',
  'not-verified',
  'skipped',
  'failed',
  'dry-run',
  'declined',
  'unknown',
] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** Why it ended so. Words: `repair.why.<why>`; for `need` the words of the need itself. */
export const whys = [
  /** A precondition does not hold; `need` names it. */
  'need',
  /** A precondition could not be read, and going on without it is not safe. */
  'need-unknown',
  'other-seat',
  /** Another window of ours is changing this device at the moment. */
  'other-window',
  /** The organisation does not allow it. */
  'forbidden',
  /** Needs an administrator, and there is no way to ask for one here. */
  'needs-admin',
  /** The person, or an administrator, said no. */
  'declined',
  /** Somebody stopped it. */
  'cancelled',
  /** A recorded device: nothing can be changed on it. */
  'recorded',
  'not-windows',
  'tool-missing',
  'blocked-by-policy',
  /** It looked for what it was to act on, and there was nothing. */
  'nothing-there',
  'could-not-start',
  /** The journal could not be written, so nothing was started. */
  'journal',
  /** The program said it failed; `code` is its own. */
  'exit-code',
  /** It took too long and was stopped, or it was gone: how far it came is not known. */
  'timed-out',
  'lost',
  /** The program said yes, the fact says no. */
  'unchanged',
  /** Nothing on this device tells whether it worked. */
  'nothing-tells',
  /** The elevated side did not answer, or answered something that is not an answer. */
  'elevation',
] as const;
export type Why = (typeof whys)[number];

/** What was or would be started, for the log and the dry run. */
export interface Started {
  key: string;
  /** As a person would type it; never used to start anything. */
  line: string;
  exitCode: number | null;
  ms: number | null;
}

export interface RepairOutcome {
  repair: string;
  kind: OutcomeKind;
  why: Why | null;
  need: string | null;
  code: string | null;
  started: readonly Started[];
  /** A file that was made, such as the log archive. */
  saved: string | null;
}
