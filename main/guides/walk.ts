import type { Owner } from '../core/finding';
import type { Tri } from '../core/reading';
import type { ActResult, Ended, Entry, Happening } from './entry';
import type { Guide, Step, StepId } from './guide';

/** Where a guide stands: what follows from its journal, and nothing that is not in there. */
export interface Walk {
  /** Null when the journal names a step this guide does not have: it was written for another release. */
  at: Step | null;
  /** The check could not be read: the person is asked. */
  asked: boolean;
  /** An act has begun and nothing says yet how it ended. */
  acting: boolean;
  /** What kept the guide at this step: how the act ended, or that what it waits for is not so yet. */
  here: ActResult | { kind: 'not-yet'; answer: Tri } | null;
  /** How the last act ended, wherever the guide went since. */
  last: { repair: string; result: ActResult } | null;
  /** Steps the person stood at, to go back to. */
  trail: readonly StepId[];
  /** What the device answered since the last act, to be read again right before the next one. */
  answers: ReadonlyMap<StepId, Tri>;
  /** The same for checks that must still be so right before anything destructive. */
  stays: ReadonlyMap<StepId, Tri>;
  /** Said in this sitting, for the step that comes next. */
  confirmed: boolean;
  /** Destructive acts that were begun. Whatever became of them, they are never begun again. */
  spent: ReadonlySet<StepId>;
  /** The guide has nothing more to offer here: hand over to this owner, or stop. */
  due: { how: 'handed-over'; to: Owner } | { how: 'stopped' } | null;
  reopens: boolean;
  /** Since the guide came to this step there was a new sitting; what is known of a restart before it. */
  returned: Tri | null;
  ended: Ended | null;
  helped: 'yes' | 'no' | null;
}

export type IsDestructive = (repair: string) => boolean;

const stepOf = (guide: Guide, id: StepId | undefined): Step | null =>
  guide.steps.find((step) => step.id === id) ?? null;

const after = (guide: Guide, { id }: Step): StepId | undefined =>
  guide.steps[guide.steps.findIndex((step) => step.id === id) + 1]?.id;

const start = (guide: Guide): Walk => ({
  at: guide.steps[0] ?? null,
  asked: false,
  acting: false,
  here: null,
  last: null,
  trail: [],
  answers: new Map(),
  stays: new Map(),
  confirmed: false,
  spent: new Set(),
  due: null,
  reopens: false,
  returned: null,
  ended: null,
  helped: null,
});

const go = (walk: Walk, guide: Guide, to: StepId | undefined): Walk => ({
  ...walk,
  at: stepOf(guide, to),
  asked: false,
  acting: false,
  here: null,
  returned: null,
});

/** The same, where the person stood at the step and may want to come back to it. */
const leave = (walk: Walk, guide: Guide, to: StepId | undefined): Walk =>
  go({ ...walk, trail: walk.at ? [...walk.trail, walk.at.id] : walk.trail }, guide, to);

const handOver = (walk: Walk, to: Owner | undefined): Walk => ({
  ...walk,
  asked: false,
  acting: false,
  due: { how: 'handed-over', to: to ?? 'technician' },
});

type StepOf<K extends Step['kind']> = Extract<Step, { kind: K }>;

const failedAct = (walk: Walk, guide: Guide, step: StepOf<'act'>): Walk =>
  step.failed === undefined ? handOver(walk, step.owner) : leave(walk, guide, step.failed);

const workedAct = (walk: Walk, guide: Guide, step: StepOf<'act'>): Walk =>
  leave(walk, guide, step.worked ?? after(guide, step));

const answered = (walk: Walk, guide: Guide, step: StepOf<'check'>, answer: Tri): Walk => {
  if (answer === 'yes') return go(walk, guide, step.yes ?? after(guide, step));
  if (answer === 'unknown' && step.unknown !== undefined) return go(walk, guide, step.unknown);
  return step.no === undefined ? handOver(walk, step.owner) : go(walk, guide, step.no);
};

const checked = (
  walk: Walk,
  guide: Guide,
  step: StepOf<'check'>,
  { answer, by }: Extract<Happening, { event: 'checked' }>,
): Walk => {
  if (by === 'person')
    return answered({ ...walk, trail: [...walk.trail, step.id] }, guide, step, answer);
  if (answer === 'unknown' && step.unknown === undefined) return { ...walk, asked: true };
  const answers = new Map(walk.answers).set(step.id, answer);
  const stays = step.stays ? new Map(walk.stays).set(step.id, answer) : walk.stays;
  return answered({ ...walk, answers, stays }, guide, step, answer);
};

/** Ends that leave the device as it was, so that the person can try again from the same step. */
const staying = new Set<ActResult['kind']>(['skipped', 'declined', 'dry-run']);

const actEnded = (
  walk: Walk,
  guide: Guide,
  step: StepOf<'act'>,
  { repair, outcome }: Extract<Happening, { event: 'act-ended' }>,
): Walk => {
  const told = { ...walk, acting: false, last: { repair, result: outcome } };
  if (outcome.kind === 'dry-run') return workedAct(told, guide, step);
  // Lost: we were not there when it ended. The person decides, with that said.
  if (staying.has(outcome.kind) || outcome.why === 'journal' || outcome.why === 'lost')
    return { ...told, here: outcome };
  const changed: Walk = { ...told, answers: new Map() };
  return outcome.kind === 'verified'
    ? workedAct(changed, guide, step)
    : failedAct(changed, guide, step);
};

const skipped = (walk: Walk, guide: Guide, step: Step, isDestructive: IsDestructive): Walk => {
  if (step.kind === 'act')
    return isDestructive(step.repair) ? failedAct(walk, guide, step) : workedAct(walk, guide, step);
  if (step.kind === 'wait') return leave(walk, guide, step.late ?? step.next ?? after(guide, step));
  return step.kind === 'check' ? answered(walk, guide, step, 'unknown') : walk;
};

/** Whatever was confirmed before is asked again: only the person who is here now can mean it. */
const resumed = (walk: Walk, guide: Guide, restarted: Tri, isDestructive: IsDestructive): Walk => {
  const calm: Walk = { ...walk, confirmed: false, returned: restarted };
  const { at } = walk;
  if (at?.kind !== 'act' || !isDestructive(at.repair) || walk.spent.has(at.id)) return calm;
  return toConfirm(calm, guide);
};

/** Back to the last place where the person was asked for consent. */
export const confirmBefore = (walk: Walk, guide: Guide): StepId | null =>
  walk.trail.findLast((id) => stepOf(guide, id)?.kind === 'confirm') ?? null;

/** Goes to an earlier step as if nothing after it had been: all that was read there is read again. */
const returnTo = (walk: Walk, guide: Guide, to: StepId): Walk => {
  const index = walk.trail.lastIndexOf(to);
  const trail = index < 0 ? walk.trail : walk.trail.slice(0, index);
  return go({ ...walk, trail, answers: new Map(), confirmed: false }, guide, to);
};

const toConfirm = (walk: Walk, guide: Guide): Walk => {
  const id = confirmBefore(walk, guide);
  return id === null ? walk : returnTo(walk, guide, id);
};

/** Happenings that mean something only at the kind of step they belong to. */
const atStep = (
  walk: Walk,
  guide: Guide,
  step: Step,
  what: Extract<Happening, { step: StepId }>,
  isDestructive: IsDestructive,
): Walk => {
  switch (what.event) {
    case 'went-on':
      if (step.kind === 'explain') return leave(walk, guide, step.next ?? after(guide, step));
      return step.kind === 'act' ? failedAct(walk, guide, step) : walk;
    case 'checked':
      return step.kind === 'check' ? checked(walk, guide, step, what) : walk;
    case 'confirmed':
      return { ...leave(walk, guide, after(guide, step)), confirmed: true };
    case 'kept':
      return step.kind === 'confirm' && step.no !== undefined
        ? leave(walk, guide, step.no)
        : { ...walk, due: { how: 'stopped' } };
    case 'act-begun': {
      const spent = isDestructive(what.repair) ? new Set(walk.spent).add(step.id) : walk.spent;
      return { ...walk, acting: true, here: null, confirmed: false, spent };
    }
    case 'act-ended':
      return step.kind === 'act' ? actEnded(walk, guide, step, what) : walk;
    case 'told':
      if (step.kind !== 'act') return walk;
      return what.answer === 'yes' ? workedAct(walk, guide, step) : failedAct(walk, guide, step);
    case 'chose':
      return step.kind === 'choose'
        ? leave(walk, guide, step.options.find(({ id }) => id === what.option)?.to)
        : walk;
    case 'passed':
      return step.kind === 'wait' ? leave(walk, guide, step.next ?? after(guide, step)) : walk;
    case 'not-yet':
      return { ...walk, here: { kind: 'not-yet', answer: what.answer } };
    case 'gave-up':
      if (step.kind !== 'wait') return walk;
      return step.late === undefined ? handOver(walk, undefined) : leave(walk, guide, step.late);
    case 'skipped':
      return skipped(walk, guide, step, isDestructive);
    case 'changed':
      return walk;
  }
};

const follow = (walk: Walk, guide: Guide, what: Happening, isDestructive: IsDestructive): Walk => {
  switch (what.event) {
    case 'began':
    case 'mended':
      return walk;
    case 'resumed':
      return resumed(walk, guide, what.restarted, isDestructive);
    case 'back':
      return walk.trail.includes(what.to) ? returnTo(walk, guide, what.to) : walk;
    case 'changed':
      return returnTo(walk, guide, what.step);
    case 'reopens':
      return { ...walk, reopens: true };
    case 'ended':
      return { ...walk, ended: what, acting: false, due: null };
    case 'helped':
      return { ...walk, helped: what.answer };
    default: {
      const step = stepOf(guide, what.step);
      // A line about another step than the one the guide stands at follows from nothing.
      if (step === null || step.id !== walk.at?.id) return { ...walk, at: null };
      return atStep(walk, guide, step, what, isDestructive);
    }
  }
};

export const walkOf = (
  guide: Guide,
  entries: readonly Entry[],
  isDestructive: IsDestructive,
): Walk =>
  entries.reduce((walk, { what }) => follow(walk, guide, what, isDestructive), start(guide));

/** The step before this one at which the person stood. */
export const previousOf = ({ trail }: Walk): StepId | null => trail.at(-1) ?? null;
