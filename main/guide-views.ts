import type { GuideEndView, GuideLineView, GuideRunView, GuideStepView } from '../preload/contract';
import type { Entry, Happening } from './guides/entry';
import type { Step } from './guides/guide';
import type { Run } from './guides/run';

type Told = Partial<{
  step: string | null;
  answer: GuideLineView['answer'];
  by: GuideLineView['by'];
  repair: string;
  option: string;
  reason: string;
  outcome: GuideLineView['result'];
  how: GuideLineView['how'];
}>;

/** A line of the journal as a page shows it: ids and answers, words come later. */
export const lineView = ({ at, what }: Entry): GuideLineView => {
  const told: Told & Pick<Happening, 'event'> = what;
  return {
    at,
    event: what.event,
    step: told.step ?? null,
    answer: told.answer ?? null,
    by: told.by ?? null,
    repair: told.repair ?? null,
    option: told.option ?? null,
    reason: told.reason ?? null,
    result: told.outcome ?? null,
    how: told.how ?? null,
  };
};

const actView = (step: Extract<Step, { kind: 'act' }>, run: Run): GuideStepView | null => {
  const repair = run.options.world.repair(step.repair);
  if (repair === null) return null;
  const { rights, risk, seconds, undo } = repair;
  return {
    id: step.id,
    kind: 'act',
    repair: step.repair,
    rights,
    risk,
    seconds,
    undo: typeof undo === 'object' ? 'repair' : undo,
    runs: run.options.world.look !== null,
    spent: run.state.walk.spent.has(step.id),
  };
};

const stepView = (step: Step, run: Run): GuideStepView | null => {
  const { id } = step;
  const { walk, readiness } = run.state;
  switch (step.kind) {
    case 'check':
      return { id, kind: 'check', asked: walk.asked || run.options.world.look === null };
    case 'act':
      return actView(step, run);
    case 'confirm':
      return {
        id,
        kind: 'confirm',
        survives: [...step.survives],
        lost: [...step.lost],
        minutes: step.minutes === 'not-stated' ? null : [...step.minutes],
        readiness: readiness === null ? null : [...readiness],
      };
    case 'choose':
      return { id, kind: 'choose', options: step.options.map((option) => option.id) };
    case 'wait':
      return { id, kind: 'wait', for: step.for, minutes: step.minutes ?? null };
    default:
      return { id, kind: step.kind };
  }
};

const endView = (run: Run): GuideEndView | null => {
  const { ended } = run.state.walk;
  return ended === null ? null : { how: ended.how, to: ended.to, step: ended.step };
};

const deviceOf = { 'this-device': 'this-device', sample: 'practice', caller: 'caller' } as const;

/** Everything a page or a terminal needs to show a run at this moment. */
export const runView = (run: Run): GuideRunView => {
  const { guide, seat, target, dryRun, journal } = run.options;
  const { walk, busy, trouble, canBack, canSkip } = run.state;
  return {
    run: journal.run,
    guide: guide.id,
    seat,
    device: deviceOf[target.kind],
    sample: target.kind === 'sample' ? target.id : null,
    dryRun,
    position: guide.steps.findIndex(({ id }) => id === walk.at?.id) + 1,
    of: guide.steps.length,
    step: walk.at === null ? null : stepView(walk.at, run),
    here: walk.here,
    last: walk.last,
    busy:
      busy === null
        ? null
        : { kind: busy.kind, elapsedMs: Math.round(performance.now() - busy.since) },
    trouble,
    canBack,
    canSkip,
    reopens: walk.reopens,
    log: journal.entries.map(lineView),
    end: endView(run),
    helped: walk.helped,
  };
};
