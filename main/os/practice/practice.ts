import { failed, ok } from '../../core/reading';
import { isDeclared, type Act, type ActReading } from '../act';
import type { Os, RawReading, Source } from '../port';
import { changed, type Moment } from './change';
import type { Changes, HappeningKind, Plan } from './plan';

/** How an act on a practice device ends. All but the first let people practise what to do then. */
export const endings = ['works', 'changes-nothing', 'fails', 'hangs'] as const;
export type Ending = (typeof endings)[number];

/** A device to practise on: recorded, and changed in memory by what is done to it. No PC is touched. */
export interface PracticeOs extends Os {
  kind: 'replay';
  /** Something else happened to it: a restart, a new sign-in, something the person did. */
  happened(what: HappeningKind): void;
}

export const isPractice = (os: Os): os is PracticeOs => Object.hasOwn(os, 'happened');

const betweenActsMs = 60_000;

const badEndings: Readonly<Record<Exclude<Ending, 'works'>, () => ActReading>> = {
  'changes-nothing': () => ok({ bytes: new Uint8Array(), exitCode: 0, ms: 0, saved: null }),
  fails: () => ok({ bytes: new Uint8Array(), exitCode: 1, ms: 0, saved: null }),
  hangs: () => failed('timed-out'),
};

export const createPractice = (recorded: Os, plan: Plan, ending: Ending = 'works'): PracticeOs => {
  const began = recorded.observedAt ?? new Date(0);
  const moment: Moment = { at: began, count: 0 };
  /** What has happened to each source so far, in order. */
  const happenedTo = new Map<string, ((reading: RawReading) => RawReading)[]>();

  const apply = (changes: Changes): void => {
    const now = { ...moment };
    for (const [key, change] of Object.entries(changes))
      happenedTo.set(key, [
        ...(happenedTo.get(key) ?? []),
        (reading) => changed(reading, change, now),
      ]);
  };
  const moveOn = (): void => {
    moment.count += 1;
    moment.at = new Date(began.getTime() + moment.count * betweenActsMs);
  };
  const startOf = (source: Source, reading: RawReading): RawReading => {
    const start = plan.start[source.key];
    if (reading.kind !== 'ok' && start !== undefined)
      return changed(reading, start, { at: began, count: 0 });
    const prepare = plan.prepare[source.key];
    return reading.kind === 'ok' && prepare !== undefined
      ? changed(reading, prepare, { at: began, count: 0 })
      : reading;
  };
  const work = (act: Act): ActReading => {
    const told = plan.acts[act.key];
    if (told === undefined) return badEndings['changes-nothing']();
    apply(told.changes);
    const bytes = Buffer.from(told.output);
    const saved = act.saves === undefined || told.exitCode !== 0 ? null : act.saves.name;
    return ok({ bytes, exitCode: told.exitCode, ms: 0, saved });
  };

  return {
    kind: 'replay',
    platform: recorded.platform,
    observedAt: recorded.observedAt,
    async read(source, options) {
      const reading = startOf(source, await recorded.read(source, options));
      return (happenedTo.get(source.key) ?? []).reduce((sofar, change) => change(sofar), reading);
    },
    async act(act, { signal } = {}) {
      if (!isDeclared(act)) return failed('could-not-start', 'act refused');
      if (signal?.aborted === true) return failed('could-not-start', 'cancelled');
      moveOn();
      return ending === 'works' ? work(act) : badEndings[ending]();
    },
    happened(what) {
      moveOn();
      // People practise what happens when nothing helps as well.
      if (ending === 'works') apply(plan.happenings[what] ?? {});
    },
  };
};
