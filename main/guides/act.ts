import type { Repair } from '../repairs/repair';
import type { ActResult } from './entry';
import type { CheckStep, Step, StepId } from './guide';
import { within, type Refusal, type Sitting } from './sitting';
import { confirmBefore } from './walk';

/** How long an act may be silent beyond its own limits before nobody waits for it any more. */
const graceMs = 60_000;

const limitMs = ({ acts, settleSeconds }: Repair): number =>
  acts.reduce((sum, act) => sum + act.limitMs, 0) + settleSeconds * 1000 + graceMs;

const tooLate: ActResult = { kind: 'unknown', why: 'timed-out', need: null, code: null };

type Asked = { id: StepId } & CheckStep;

/** The first check the device now answers otherwise than before, or null. */
const changedCheck = async (sitting: Sitting, destructive: boolean): Promise<StepId | null> => {
  const { walk, options } = sitting;
  const before = new Map([...(destructive ? walk.stays : []), ...walk.answers]);
  const checks = options.guide.steps.filter(
    (step): step is Asked => step.kind === 'check' && before.has(step.id),
  );
  const snapshot = await sitting.look(checks.flatMap(({ reads }) => reads));
  const moved = checks.find((check) => {
    const now = check.holds(snapshot);
    // What cannot be read any more stops only what cannot be undone.
    return now !== before.get(check.id) && (destructive || now !== 'unknown');
  });
  return moved?.id ?? null;
};

/** Why this act may not run now, or null. A destructive one runs once, and only right after its consent. */
const refuse = async (sitting: Sitting, step: StepId): Promise<Refusal | null> => {
  if (sitting.walk.spent.has(step)) return 'not-now';
  if (sitting.walk.confirmed) return null;
  const confirm = confirmBefore(sitting.walk, sitting.options.guide);
  if (confirm === null) return 'not-now';
  await sitting.note({ event: 'changed', step: confirm });
  return 'not-ready';
};

export const runAct = async (
  sitting: Sitting,
  step: Extract<Step, { kind: 'act' }>,
): Promise<Refusal | null> => {
  const { world } = sitting.options;
  const repair = world.repair(step.repair);
  if (repair === null) return 'not-now';
  const destructive = repair.risk === 'destructive';
  const refusal = destructive ? await refuse(sitting, step.id) : null;
  if (refusal !== null) return refusal;
  const moved = await changedCheck(sitting, destructive);
  if (sitting.stopped) return null;
  if (moved !== null) return sitting.note({ event: 'changed', step: moved });
  const about = { step: step.id, repair: repair.id };
  const over = new AbortController();
  const journal = {
    begun: async ({ acts }: { acts: readonly string[] }) => {
      // Whoever comes back after nobody waited any longer must not begin now.
      if (over.signal.aborted) throw new Error('too late to begin');
      await sitting.note({ event: 'act-begun', ...about, acts: [...acts] });
    },
    // Written below for every end alike, also for those that never began.
    ended: () => Promise.resolve(),
  };
  const { kind, why, need, code } = await sitting.whileBusy('act', () =>
    within<ActResult>(
      limitMs(repair),
      world.act(repair, journal, AbortSignal.any([sitting.signal, over.signal])),
      () => {
        over.abort();
        return tooLate;
      },
    ),
  );
  const outcome: ActResult = { kind, why, need, code: code?.slice(0, 64) ?? null };
  sitting.owe({ event: 'act-ended', ...about, outcome });
  await sitting.pay();
  return null;
};

/** The one act that belongs to no guide: the same list, the same checks, and nothing destructive in it. */
const reopening = 'resume-after-sign-in';

const unwritten = { begun: () => Promise.resolve(), ended: () => Promise.resolve() };

export const askToReopen = async (sitting: Sitting): Promise<Refusal | null> => {
  const { world } = sitting.options;
  const repair = world.repair(reopening);
  if (repair === null || !sitting.hasDevice) return 'not-now';
  const { kind } = await sitting.whileBusy('act', () =>
    within<Pick<ActResult, 'kind'>>(
      limitMs(repair),
      world.act(repair, unwritten, sitting.signal),
      () => tooLate,
    ),
  );
  return kind === 'verified' ? sitting.note({ event: 'reopens' }) : 'not-ready';
};
