import { z } from 'zod';
import { seats } from '../core/seat';
import { endings } from '../os/practice/practice';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/u);
const tri = z.enum(['yes', 'no', 'unknown']);
const by = z.enum(['device', 'person']);
const owner = z.enum(['user', 'technician', 'network', 'directory', 'tenant', 'vendor']);

/** Why a step was skipped; a closed list, so that no journal ever holds what somebody typed. */
export const skipReasons = ['already-done', 'not-possible', 'not-now', 'not-wanted'] as const;

const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('this-device') }),
  /** A recorded device to practise on, and how acts on it are to end. */
  z.strictObject({ kind: z.literal('sample'), id, ending: z.enum(endings) }),
  /** Nothing can be read or changed: the steps are read aloud to somebody on the phone. */
  z.strictObject({ kind: z.literal('caller') }),
]);

const outcome = z.strictObject({
  kind: z.enum(['verified', 'not-verified', 'skipped', 'failed', 'dry-run', 'declined', 'unknown']),
  why: id.nullable(),
  need: id.nullable(),
  code: z.string().max(64).nullable(),
});

/** Everything that can happen in a guide. The state of a guide is what follows from these, and nothing else. */
const happening = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('began'),
    guide: id,
    seat: z.enum(seats),
    target,
    version: z.string().max(32),
    dryRun: z.boolean(),
  }),
  /** A new sitting: after a restart, a sign-out, a crash or a power cut. `restarted` is what can be known. */
  z.strictObject({ event: z.literal('resumed'), restarted: tri }),
  /** The last line had not been written to its end. It had not counted, so nothing followed from it. */
  z.strictObject({ event: z.literal('mended'), bytes: z.int() }),
  z.strictObject({ event: z.literal('went-on'), step: id }),
  z.strictObject({ event: z.literal('checked'), step: id, answer: tri, by }),
  z.strictObject({ event: z.literal('confirmed'), step: id, ready: z.record(id, tri) }),
  z.strictObject({ event: z.literal('kept'), step: id }),
  z.strictObject({
    event: z.literal('act-begun'),
    step: id,
    repair: id,
    acts: z.array(id).max(32),
  }),
  z.strictObject({ event: z.literal('act-ended'), step: id, repair: id, outcome }),
  z.strictObject({ event: z.literal('told'), step: id, answer: tri }),
  z.strictObject({ event: z.literal('chose'), step: id, option: id }),
  z.strictObject({ event: z.literal('passed'), step: id, by }),
  z.strictObject({ event: z.literal('not-yet'), step: id, answer: tri }),
  z.strictObject({ event: z.literal('gave-up'), step: id }),
  /** The device is no longer as the check had found it: back to that check. */
  z.strictObject({ event: z.literal('changed'), step: id }),
  z.strictObject({ event: z.literal('back'), to: id }),
  z.strictObject({ event: z.literal('skipped'), step: id, reason: z.enum(skipReasons) }),
  z.strictObject({ event: z.literal('reopens') }),
  z.strictObject({
    event: z.literal('ended'),
    how: z.enum(['proved', 'not-proved', 'unknown', 'shown', 'handed-over', 'stopped']),
    step: id.nullable(),
    to: owner.nullable(),
  }),
  z.strictObject({ event: z.literal('helped'), answer: z.enum(['yes', 'no']) }),
]);

export type Happening = z.infer<typeof happening>;
export type GuideTarget = z.infer<typeof target>;
export type ActResult = z.infer<typeof outcome>;
export type SkipReason = (typeof skipReasons)[number];
export type Ended = Extract<Happening, { event: 'ended' }>;

/**
 * One line of a journal. Order is told by `n` alone: `at` is the clock of the PC, which may be wrong and may
 * jump, and is there for people. `up` is how long the system had been running, in seconds.
 */
export interface Entry {
  n: number;
  at: string;
  up: number;
  what: Happening;
}

export const entryShape: z.ZodType<Entry> = z.strictObject({
  n: z.int().min(1),
  at: z.string().max(40),
  up: z.number().min(0),
  what: happening,
});
