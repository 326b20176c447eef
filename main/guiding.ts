import type {
  GuideRunView,
  Outcome,
  PracticeEnding,
  RefusalCode,
  Seat,
  Target,
  UnfinishedView,
} from '../preload/contract';
import { version } from '../package.json';
import type { Snapshot } from './core/snapshot';
import { guideNamed, guideOfRepair } from './guides/fix';
import { fitting } from './guides/fitting';
import type { Entry, GuideTarget, Happening } from './guides/entry';
import type { Guide } from './guides/guide';
import {
  isOver,
  listRuns,
  readRun,
  reopenJournal,
  startJournal,
  systemClock,
  type Journal,
} from './guides/journal';
import { guides } from './guides/library/index';
import { createRun, restartedSince, type Run } from './guides/run';
import type { Refusal } from './guides/sitting';
import { practised, worldOf, type WorldOptions } from './guides/world';
import { lineView, runView } from './guide-views';
import type { House } from './house';
import { DiskProblem, Interference } from './os/durable-file';
import type { Os } from './os/port';
import { repairById } from './repairs/index';

export interface GuidingOptions extends Pick<WorldOptions, 'allowed' | 'elevate'> {
  /** Where the journals are. */
  folder: string;
  openDevice(target: Exclude<GuideTarget, { kind: 'caller' }>): Promise<Outcome<Os>>;
  looked(inspection: string): { snapshot: Snapshot; target: Target | null } | null;
  changed(run: GuideRunView): void;
}

export type Guiding = Pick<
  House,
  | 'guides.list'
  | 'guide.start'
  | 'fix.start'
  | 'guide.unfinished'
  | 'guide.resume'
  | 'guide.state'
  | 'guide.answer'
  | 'guide.back'
  | 'guide.skip'
  | 'guide.stop'
  | 'guide.helped'
  | 'guide.leave'
  | 'journal.view'
>;

const refused = (code: RefusalCode): { ok: false; code: RefusalCode } => ({ ok: false, code });

/** How many guides may be open at once in one house: a page has one, a forgotten tab has another. */
const mostOpen = 8;

interface Beginning {
  guide: Guide;
  seat: Seat;
  target: GuideTarget;
  dryRun: boolean;
}

const beginningIn = (entries: readonly Entry[]): Beginning | null => {
  const first = entries[0]?.what;
  if (first?.event !== 'began') return null;
  const guide = guideNamed(first.guide);
  return guide === null
    ? null
    : { guide, seat: first.seat, target: first.target, dryRun: first.dryRun };
};

const targetFor = (device: Target | null, ending: PracticeEnding): GuideTarget => {
  if (device === null) return { kind: 'caller' };
  return device.kind === 'sample' ? { ...device, ending } : device;
};

/** The guides behind the contract: every id that comes in is looked up in a list of our own. */
export const createGuiding = (options: GuidingOptions): Guiding => {
  const { folder } = options;
  const open = new Map<string, Run>();

  const settled = (run: Run, refusal: Refusal | null): Outcome<GuideRunView> =>
    refusal === null || refusal === 'guide-changed'
      ? { ok: true, value: runView(run) }
      : refused(refusal);

  const withRun = async (
    id: string,
    work: (run: Run) => Promise<Refusal | null>,
  ): Promise<Outcome<GuideRunView>> => {
    const run = open.get(id);
    return run === undefined ? refused('gone') : settled(run, await work(run));
  };

  const osFor = async (target: GuideTarget): Promise<Outcome<Os | null>> =>
    target.kind === 'caller' ? { ok: true, value: null } : options.openDevice(target);

  const seat = async (
    beginning: Beginning,
    journal: () => Promise<Outcome<Journal>>,
  ): Promise<Outcome<GuideRunView>> => {
    if (open.size >= mostOpen) await letGo();
    const os = await osFor(beginning.target);
    if (!os.ok) return os;
    const opened = await journal();
    if (!opened.ok) return opened;
    const { entries } = opened.value;
    if (os.value !== null) await practised(os.value, beginning.guide, entries);
    const { elevate } = options;
    // A sample belongs to nobody's organisation: what this one forbids says nothing about practice.
    const practice = beginning.target.kind === 'sample';
    const allowed = practice ? () => Promise.resolve(true) : options.allowed;
    const world = worldOf({ os: os.value, ...beginning, allowed, elevate });
    const run: Run = createRun({
      ...beginning,
      version,
      journal: opened.value,
      world,
      changed: () => options.changed(runView(run)),
    });
    open.set(opened.value.run, run);
    const restarted = restartedSince(entries.at(-1), systemClock.now(), systemClock.up());
    const refusal = await run.begin(restarted);
    // A guide that could not note its first line has not begun.
    if (opened.value.entries.length === 0) await leave(opened.value.run);
    return settled(run, refusal);
  };

  const leave = async (id: string): Promise<boolean> => {
    const run = open.get(id);
    if (run === undefined) return false;
    open.delete(id);
    await run.close();
    return true;
  };

  /** Room for one more: what is over goes first, then what was begun first. */
  const letGo = async () => {
    const runs = [...open];
    const over = runs.find(([, run]) => run.state.walk.ended !== null);
    const [id] = over ?? runs[0] ?? [];
    if (id !== undefined) await leave(id);
  };

  const onDisk = async <T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof DiskProblem) return refused('journal-full');
      if (error instanceof Interference) return refused('journal-edited');
      throw error;
    }
  };

  const begin = (beginning: Beginning) =>
    onDisk(() =>
      seat(beginning, async () => ({ ok: true, value: await startJournal(folder, systemClock) })),
    );

  const whys = { gone: 'gone', held: 'guide-held', edited: 'journal-edited' } as const;

  const resume = async (id: string): Promise<Outcome<GuideRunView>> => {
    const already = open.get(id);
    if (already !== undefined) return { ok: true, value: runView(already) };
    const text = await readRun(folder, id);
    if (text === null || isOver(text)) return refused('gone');
    if (text.edited) return refused('journal-edited');
    const beginning = beginningIn(text.entries);
    if (beginning === null) return refused('guide-changed');
    return onDisk(() =>
      seat(beginning, async () => {
        const reopened = await reopenJournal(folder, id, systemClock);
        return reopened.ok ? { ok: true, value: reopened.journal } : refused(whys[reopened.why]);
      }),
    );
  };

  const unfinished = async (): Promise<UnfinishedView[]> => {
    const runs = await listRuns(folder);
    const told = await Promise.all(
      runs.map(async (run): Promise<UnfinishedView | null> => {
        const text = open.has(run) ? null : await readRun(folder, run);
        const first: Happening | undefined = text?.entries[0]?.what;
        if (text === null || isOver(text) || first?.event !== 'began') return null;
        return {
          run,
          guide: first.guide,
          seat: first.seat,
          sample: first.target.kind === 'sample' ? first.target.id : null,
          at: text.entries.at(-1)?.at ?? '',
          edited: text.edited,
        };
      }),
    );
    return told.filter((one) => one !== null);
  };

  return {
    'guides.list': (seatOf, inspection) => {
      const look = inspection === null ? null : options.looked(inspection);
      if (inspection !== null && look === null) return refused('gone');
      const value = guides.map((guide) => ({
        id: guide.id,
        ...fitting(guide, seatOf, look?.snapshot ?? null),
      }));
      return { ok: true, value };
    },
    'guide.start': async (id, seatOf, inspection, ending) => {
      const guide = guides.find((one) => one.id === id);
      if (guide === undefined) return refused('unknown-guide');
      const look = inspection === null ? null : options.looked(inspection);
      if (inspection !== null && look === null) return refused('gone');
      if (fitting(guide, seatOf, look?.snapshot ?? null).fit === 'refused')
        return refused('guide-refused');
      // In a call the device is at the other end, whatever was sent from it.
      const device = seatOf === 'guide-a-call' ? null : (look?.target ?? null);
      return begin({ guide, seat: seatOf, target: targetFor(device, ending), dryRun: false });
    },
    'fix.start': async (id, seatOf, inspection, dryRun, ending) => {
      const repair = repairById(id);
      if (repair === null) return refused('unknown-repair');
      const look = options.looked(inspection);
      if (look === null) return refused('gone');
      if (look.target === null || !repair.seats.includes(seatOf)) return refused('guide-refused');
      const target = targetFor(look.target, ending);
      return begin({ guide: guideOfRepair(repair), seat: seatOf, target, dryRun });
    },
    'guide.unfinished': unfinished,
    'guide.resume': resume,
    'guide.state': (id) => withRun(id, async () => null),
    'guide.answer': (id, step, answer) =>
      withRun(id, (run) =>
        answer.kind === 'reopen' ? run.reopen(step) : run.answer(step, answer),
      ),
    'guide.back': (id, step) => withRun(id, (run) => run.back(step)),
    'guide.skip': (id, step, reason) => withRun(id, (run) => run.skip(step, reason)),
    'guide.stop': (id) => withRun(id, (run) => run.stop()),
    'guide.helped': (id, answer) => withRun(id, (run) => run.helped(answer)),
    'guide.leave': leave,
    'journal.view': async (id) => {
      const text = await readRun(folder, id);
      return text === null
        ? refused('gone')
        : { ok: true, value: { edited: text.edited, lines: text.entries.map(lineView) } };
    },
  };
};
