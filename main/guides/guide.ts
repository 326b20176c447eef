import type { ProbeId } from '../core/facts/index';
import type { Owner } from '../core/finding';
import type { Tri } from '../core/reading';
import type { Seat } from '../core/seat';
import type { Snapshot } from '../core/snapshot';

/**
 * A guide is data: this file says all it may consist of, `run.ts` walks it, and the journal remembers the
 * walk. Every id below has words in `strings/<language>/`, found by the keys named beside it.
 */
export type StepId = string;

/**
 * Something that is so or not, read from the device. `holds` is pure and total: what was not read is
 * `unknown`, never `no` (law 1). Where no device is attached, the person on the phone answers it.
 */
export interface Check {
  reads: readonly ProbeId[];
  holds(snapshot: Snapshot): Tri;
}

/**
 * Whether the guide suits this device. `refused` is a reason with words, looked up as
 * `guide.<id>.refused.<reason>`, then `guide.refused.<reason>`. A guide that is offered in other seats only
 * is refused by the engine (reason `other-seat`); it needs no line here.
 */
export type Fit = 'yes' | 'unsure' | { refused: string; handOver: Owner };

export interface Guide {
  /** Never reused: journals and findings of old releases name it. */
  id: string;
  /** The first is its home. With `guide-a-call` it can be read aloud to a caller (`.say`, `.sees`). */
  seats: readonly Seat[];
  /** Judged on the snapshot of an ordinary check; in a call perhaps on pasted text, or on nothing at all. */
  fits(snapshot: Snapshot): Fit;
  /** In order. The first is where it starts; targets name steps of the same guide. */
  steps: readonly Step[];
}

/**
 * Words of every step: `guide.<id>.<step>.title` and `.text`; in a call `.say` (read aloud) and `.sees` (what
 * the caller sees), and where useful `.ask` (what to ask) and `.stop` (when to stop). Without `.say` the
 * text is read aloud.
 */
export type Step = { id: StepId } & (
  Explain | CheckStep | ActStep | Confirm | Choose | Wait | HandOver | Done
);

/** Read it, then go on. */
export interface Explain {
  kind: 'explain';
  next?: StepId;
}

/**
 * Runs by itself when it is reached. `yes` goes on (to `yes`, else the next step), `no` goes to `no`, and
 * where that is not given the guide ends in a hand-over to `owner` (technician when absent). `unknown` goes to
 * `unknown`, and where that is not given the person is asked; "I do not know" then counts as `no`.
 */
export interface CheckStep extends Check {
  kind: 'check';
  yes?: StepId;
  no?: StepId;
  unknown?: StepId;
  owner?: Owner;
  /**
   * Must still be so right before any destructive act later in the guide: the engine reads it again there
   * and goes back to this step when it is not. (All checks since the last act are read again before any act.)
   */
  stays?: true;
}

/**
 * Runs one allow-listed repair, after the person pressed the button. Verified goes to `worked` (else the next
 * step). Not verified, failed and unknown go to `failed` (else a hand-over to `owner`). When the person
 * declines, or something it needs is missing, the step stays and says so.
 */
export interface ActStep {
  kind: 'act';
  repair: string;
  worked?: StepId;
  failed?: StepId;
  owner?: Owner;
}

/**
 * Stands right before a destructive act, and the act runs only when this was answered in the same sitting.
 * Its `.title` is the consequence in plain words: it is the first line the person sees. The person ticks a box
 * and types a word of their language. A readiness line that says `no` stops it; `unknown` is shown as such.
 * Words: `guide.keeps.<id>`, `guide.loses.<id>`, `guide.ready.<id>`, each first looked up with
 * `guide.<guide>.` instead of `guide.`.
 */
export interface Confirm {
  kind: 'confirm';
  survives: readonly string[];
  lost: readonly string[];
  /** How long it takes, from and to; a guess is none where nobody states it. */
  minutes: readonly [number, number] | 'not-stated';
  readiness: readonly ({ id: string } & Check)[];
  /** Where "No, do not" leads; the guide stops there when absent. */
  no?: StepId;
}

/** Words of an option: `guide.<id>.<step>.<option>`. */
export interface Choose {
  kind: 'choose';
  options: readonly { id: string; to: StepId }[];
}

/**
 * For a restart or a sign-out the guide ends its work cleanly and offers itself again afterwards. `person`
 * waits until the person says it is done, `time` shows how long it usually takes. With `until` the step is
 * only passed when that holds: said "not yet" otherwise, and after `minutes` (or when the person gives up) `late`.
 */
export interface Wait {
  kind: 'wait';
  for: 'restart' | 'sign-out' | 'person' | 'time';
  minutes?: number;
  until?: Check;
  next?: StepId;
  late?: StepId;
}

/** Ends the guide: `.text` is the exact instruction for whoever does it. */
export interface HandOver {
  kind: 'hand-over';
  to: Owner;
}

/**
 * Ends the guide with proof read from the device: yes is "verified", no is "not verified" and offers the
 * hand-over (to `owner`), unknown says so. `last-act`: the repair before it has proved it already.
 */
export interface Done {
  kind: 'done';
  proof: Check | 'last-act';
  owner?: Owner;
}
