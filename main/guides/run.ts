import type { Tri } from '../core/reading';
import { askToReopen } from './act';
import { answerAt, tryToPass, type Answer } from './answers';
import type { ActResult, Entry, SkipReason } from './entry';
import type { Step, StepId } from './guide';
import {
  Sitting,
  troubleOf,
  type Busy,
  type Ready,
  type Refusal,
  type RunOptions,
} from './sitting';
import { goUnattended } from './unattended';
import { previousOf, type Walk } from './walk';

export interface RunState {
  walk: Walk;
  busy: Busy | null;
  trouble: Refusal | null;
  readiness: readonly Ready[] | null;
  canBack: boolean;
  canSkip: boolean;
}

export interface Run {
  readonly options: RunOptions;
  readonly state: RunState;
  /** Begins; or goes on after a restart or a crash, and says first what was lost while nobody was there. */
  begin(restarted: Tri): Promise<Refusal | null>;
  answer(step: StepId, answer: Answer): Promise<Refusal | null>;
  back(step: StepId): Promise<Refusal | null>;
  skip(step: StepId, reason: SkipReason): Promise<Refusal | null>;
  /** With the person's consent, Windows opens us again after the next sign-in. */
  reopen(step: StepId): Promise<Refusal | null>;
  /** Stops what runs, then the guide. */
  stop(): Promise<Refusal | null>;
  helped(answer: 'yes' | 'no'): Promise<Refusal | null>;
  /** Leaves the guide as it is, to be resumed later. */
  close(): Promise<void>;
}

const lost: ActResult = { kind: 'unknown', why: 'lost', need: null, code: null };

const canSkip = ({ kind }: Step): boolean => kind === 'act' || kind === 'wait';

/** Seconds by which two sums of a clock and an uptime may differ in one and the same session. */
const slack = 3;

/** Whether the system started anew since this line was written. The clock alone could never tell. */
export const restartedSince = (last: Entry | undefined, now: Date, up: number): Tri => {
  if (last === undefined) return 'unknown';
  if (up < last.up) return 'yes';
  const startedThen = Date.parse(last.at) / 1000 - last.up;
  const startedNow = now.getTime() / 1000 - up;
  return Math.abs(startedNow - startedThen) <= slack ? 'no' : 'unknown';
};

export const createRun = (options: RunOptions): Run => {
  const sitting = new Sitting(options);
  let current: Promise<unknown> | null = null;
  let closed = false;

  const take = async (work: () => Promise<Refusal | null>): Promise<Refusal | null> => {
    try {
      await sitting.pay();
      const refusal = await work();
      if (!sitting.stopped) await goUnattended(sitting);
      return sitting.at === null ? 'guide-changed' : refusal;
    } catch (error) {
      sitting.trouble = troubleOf(error);
      return sitting.trouble;
    }
  };

  /** One thing at a time; what the disk refuses becomes a refusal, with everything as it was. */
  const alone = async (work: () => Promise<Refusal | null>): Promise<Refusal | null> => {
    if (current !== null) return 'busy';
    if (closed || sitting.at === null) return 'guide-changed';
    const taken = take(work);
    current = taken;
    try {
      return await taken;
    } finally {
      current = null;
      options.changed();
    }
  };

  const at = (step: StepId, work: (here: Step) => Promise<Refusal | null>) =>
    alone(async () => {
      const here = sitting.at;
      return here === null || here.id !== step || sitting.walk.ended !== null
        ? 'moved-on'
        : work(here);
    });

  const settle = async () => {
    sitting.interrupt();
    await current?.catch(() => undefined);
  };

  return {
    options,
    begin: (restarted) =>
      alone(async () => {
        const { guide, seat, target, version, dryRun, journal } = options;
        if (journal.entries.length === 0)
          return sitting.note({ event: 'began', guide: guide.id, seat, target, version, dryRun });
        const { at: here, acting } = sitting.walk;
        if (acting && here?.kind === 'act')
          await sitting.note({
            event: 'act-ended',
            step: here.id,
            repair: here.repair,
            outcome: lost,
          });
        await sitting.note({ event: 'resumed', restarted });
        return here?.kind === 'wait' && here.for === 'restart' && restarted === 'yes'
          ? tryToPass(sitting, here)
          : null;
      }),
    answer: (step, answer) => at(step, (here) => answerAt(sitting, here, answer)),
    back: (step) =>
      at(step, async () => {
        const to = previousOf(sitting.walk);
        return to === null ? 'not-now' : sitting.note({ event: 'back', to });
      }),
    skip: (step, reason) =>
      at(step, async (here) =>
        canSkip(here) ? sitting.note({ event: 'skipped', step, reason }) : 'not-now',
      ),
    reopen: (step) =>
      at(step, (here) =>
        here.kind === 'wait' ? askToReopen(sitting) : Promise.resolve('not-now'),
      ),
    stop: async () => {
      await settle();
      sitting.goOn();
      return alone(async () =>
        sitting.walk.ended === null ? sitting.end('stopped', null) : 'moved-on',
      );
    },
    helped: (answer) =>
      alone(async () =>
        sitting.walk.ended === null ? 'not-now' : sitting.note({ event: 'helped', answer }),
      ),
    close: async () => {
      closed = true;
      await settle();
      await options.journal.close();
    },
    get state() {
      const { walk, busy, trouble, readiness } = sitting;
      const open = walk.ended === null && walk.at !== null && busy === null;
      return {
        walk,
        busy,
        trouble,
        readiness,
        canBack: open && previousOf(walk) !== null,
        canSkip: open && walk.at !== null && canSkip(walk.at),
      };
    },
  };
};
