import { setTimeout as sleep } from 'node:timers/promises';
import type { ProbeId } from '../core/facts/index';
import type { Seat } from '../core/seat';
import type { Snapshot, Who } from '../core/snapshot';
import { hostSource, whoFrom } from '../os/host';
import type { Act } from '../os/act';
import type { Os } from '../os/port';
import { repairById } from './index';
import { brokenBy, outcomeOf, startedOf, type Broken } from './outcome';
import type { ActedOn, Need, Proof, Repair, RepairOutcome, Started } from './repair';

/** Write-ahead: nothing is started before `begun` has resolved, that is, before it is safely on disk. */
export interface RepairJournal {
  begun(entry: { repair: string; acts: readonly string[] }): Promise<void>;
  ended(outcome: RepairOutcome): Promise<void>;
}

export interface RunOptions {
  os: Os;
  seat: Seat;
  dryRun: boolean;
  /** What the organisation allows, asked right before. */
  allowed(repair: string): boolean | Promise<boolean>;
  /** Reads these probes now, never from memory. */
  look(ids: readonly ProbeId[], signal?: AbortSignal): Promise<Snapshot>;
  journal: RepairJournal;
  /**
   * Asks Windows for an administrator and has the elevated side run this repair, re-checking everything;
   * null where nobody can be asked (the terminal, a remote session).
   */
  elevate: ((repair: string, signal?: AbortSignal) => Promise<RepairOutcome>) | null;
  signal?: AbortSignal;
  /** Between two looks at a fact that follows slowly. */
  wait?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

const betweenLooksMs = 3_000;

const waitFor = async (ms: number, signal?: AbortSignal): Promise<void> => {
  try {
    await sleep(ms, undefined, signal === undefined ? {} : { signal });
  } catch {
    // Stopped: the next look is the last one.
  }
};

const idsOf = (repair: Repair): ProbeId[] => [
  ...new Set([...repair.needs.flatMap(({ reads }) => [...reads]), ...repair.rereads]),
];

type Way = 'here' | 'elevated' | { need: string } | 'needs-admin';

const wayFor = (repair: Repair, who: Who | null, { os, elevate }: RunOptions): Way => {
  // A recorded device has no rights to ask for.
  if (os.kind === 'replay') return 'here';
  if (repair.session === 'own' && (who?.system === true || who?.elevated === true))
    return { need: 'own-session' };
  if (repair.rights === 'user' || who?.elevated === true) return 'here';
  return elevate === null ? 'needs-admin' : 'elevated';
};

/**
 * The first precondition that stops it. A destructive repair never goes on over something unread; what only
 * an administrator can read is left to the elevated side, which asks everything again.
 */
const stoppedBy = (
  repair: Repair,
  snapshot: Snapshot,
  way: Way,
): { need: Need; why: 'need' | 'need-unknown' } | null => {
  for (const need of repair.needs) {
    const answer = need.holds(snapshot);
    if (answer === 'no') return { need, why: 'need' };
    const strict = way === 'here' && (need.unknown === 'stop' || repair.risk === 'destructive');
    if (answer === 'unknown' && strict) return { need, why: 'need-unknown' };
  }
  return null;
};

const pickedFrom = (repair: Repair, snapshot: Snapshot): readonly Act[] => {
  const picked = repair.picks?.(snapshot) ?? repair.acts;
  if (picked.some((act) => !repair.acts.includes(act)))
    throw new Error(`${repair.id} picked an act that is not its own`);
  return picked;
};

interface Run {
  started: Started[];
  acted: ActedOn[];
  broken: Broken | null;
  saved: string | null;
}

/** In order, and none after one that went wrong. */
const runActs = async (acts: readonly Act[], { os, signal }: RunOptions): Promise<Run> => {
  const run: Run = { started: [], acted: [], broken: null, saved: null };
  for (const act of acts) {
    const reading = await os.act(act, signal === undefined ? {} : { signal });
    run.started.push(startedOf(act, reading));
    run.broken = brokenBy(act, reading);
    if (reading.kind === 'ok') {
      run.acted.push({ key: act.key, acted: reading.value });
      run.saved = reading.value.saved ?? run.saved;
    }
    if (run.broken !== null) break;
  }
  return run;
};

/** Looks until the fact has changed or had its time. On a recorded device nothing comes later. */
const prove = async (
  repair: Repair,
  before: Snapshot,
  acted: readonly ActedOn[],
  options: RunOptions,
): Promise<Proof> => {
  const wait = options.wait ?? waitFor;
  const looks = options.os.kind === 'replay' ? 1 : 1 + repair.settleSeconds / 3;
  let proof: Proof = 'unknown';
  for (let look = 1; look <= looks; look += 1) {
    const after = await options.look(repair.rereads);
    proof = repair.proof(before, after, acted);
    if (proof === 'verified' || options.signal?.aborted === true) break;
    if (look + 1 <= looks) await wait(betweenLooksMs, options.signal);
  }
  return proof;
};

const whyNotProved = { 'not-verified': 'unchanged', unknown: 'nothing-tells' } as const;

/** A fact that changed stands, whatever the program said; a program that said yes proves nothing. */
const concluded = (repair: Repair, run: Run, proof: Proof): RepairOutcome => {
  const rest = { started: run.started, saved: run.saved };
  if (proof === 'verified') return outcomeOf(repair.id, 'verified', null, rest);
  if (run.broken !== null) {
    const { kind, why, code } = run.broken;
    return outcomeOf(repair.id, kind, why, { ...rest, code });
  }
  return outcomeOf(repair.id, proof, whyNotProved[proof], rest);
};

const nothingRan = ({ started, acted, broken }: Run): boolean =>
  acted.length === 0 && started.length <= 1 && broken !== null && broken.kind !== 'unknown';

const actHere = async (
  repair: Repair,
  acts: readonly Act[],
  before: Snapshot,
  options: RunOptions,
): Promise<RepairOutcome> => {
  const run = await runActs(acts, options);
  if (nothingRan(run)) return concluded(repair, run, 'unknown');
  return concluded(repair, run, await prove(repair, before, run.acted, options));
};

/** What comes back from the other side of the border is checked there by shape, and here by name. */
const actElsewhere = async (
  repair: Repair,
  elevate: NonNullable<RunOptions['elevate']>,
  signal: AbortSignal | undefined,
): Promise<RepairOutcome> => {
  try {
    const outcome = await elevate(repair.id, signal);
    return outcome.repair === repair.id
      ? outcome
      : outcomeOf(repair.id, 'unknown', 'elevation', { code: 'other-repair' });
  } catch (error) {
    const code = error instanceof Error ? error.message : String(error);
    return outcomeOf(repair.id, 'unknown', 'elevation', { code });
  }
};

/** Why it may not even be looked at; null when it may. */
const refusedAtOnce = async (
  repair: Repair,
  options: RunOptions,
): Promise<RepairOutcome | null> => {
  const skipped = (why: 'other-seat' | 'forbidden' | 'not-windows') =>
    outcomeOf(repair.id, 'skipped', why);
  if (!repair.seats.includes(options.seat)) return skipped('other-seat');
  if (!(await options.allowed(repair.id))) return skipped('forbidden');
  if (options.os.platform !== 'win32') return skipped('not-windows');
  return options.signal?.aborted === true ? outcomeOf(repair.id, 'declined', 'cancelled') : null;
};

const act = async (
  repair: Repair,
  acts: readonly Act[],
  before: Snapshot,
  way: 'here' | 'elevated',
  options: RunOptions,
): Promise<RepairOutcome> => {
  try {
    await options.journal.begun({ repair: repair.id, acts: acts.map(({ key }) => key) });
  } catch {
    return outcomeOf(repair.id, 'failed', 'journal');
  }
  const outcome =
    way === 'elevated' && options.elevate !== null
      ? await actElsewhere(repair, options.elevate, options.signal)
      : await actHere(repair, acts, before, options);
  await options.journal.ended(outcome);
  return outcome;
};

/**
 * Runs one allow-listed repair to an honest end: may it, can it, then act, then look. Throws for mistakes
 * of our own, and when the end cannot be written down.
 */
export const runRepair = async (repair: Repair, options: RunOptions): Promise<RepairOutcome> => {
  if (repairById(repair.id) !== repair) throw new Error('not on the list');
  const refused = await refusedAtOnce(repair, options);
  if (refused !== null) return refused;
  const way = wayFor(repair, whoFrom(await options.os.read(hostSource)), options);
  if (typeof way === 'object') return outcomeOf(repair.id, 'skipped', 'need', way);
  const before = await options.look(idsOf(repair), options.signal);
  const stopped = stoppedBy(repair, before, way);
  if (stopped !== null)
    return outcomeOf(repair.id, 'skipped', stopped.why, { need: stopped.need.id });
  const acts = pickedFrom(repair, before);
  if (options.dryRun)
    return outcomeOf(repair.id, 'dry-run', null, {
      started: acts.map((one) => startedOf(one, null)),
    });
  if (way === 'needs-admin') return outcomeOf(repair.id, 'skipped', way);
  if (options.signal?.aborted === true) return outcomeOf(repair.id, 'declined', 'cancelled');
  return act(repair, acts, before, way, options);
};
