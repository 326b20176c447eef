import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { BulkView, BulkWish, CloudAnswer } from '../../../preload/contract-cloud';
import { bodyOf } from '../actions/table';
import { openBulkResults, readBulkResults } from '../bulk/results';
import { bulkRefusal, runBulk, type BulkProgress, type BulkWishes } from '../bulk/run';
import { readSerials } from '../bulk/serials';
import { bulkTable } from '../bulk/table';
import type { Graph } from '../graph/client';
import { writeSettingsFile } from '../../os/settings-file';
import { isAction } from './actions';
import { problem } from './answer';
import type { SharedJournal } from './journal';

const kept = z.object({
  action: z.string(),
  options: z.record(z.string(), z.union([z.string(), z.boolean()])),
  serials: z.array(z.string()),
  dryRun: z.boolean(),
  ended: z.boolean(),
});
type Kept = z.infer<typeof kept>;

export interface BulkSeatOptions {
  folder: string;
  journal: SharedJournal;
  told(view: BulkView): void;
  now(): number;
}

const wishesOf = (run: Kept): BulkWishes | null =>
  isAction(run.action) ? { ...run, action: run.action, confirmedCount: run.serials.length } : null;

/** The wishes of a person as a run, or the first thing that is wrong with them. */
const checked = (wish: BulkWish): CloudAnswer<BulkWishes> => {
  const { action, options, list, dryRun, confirmedCount } = wish;
  if (!isAction(action) || bodyOf(action, options) === null) return problem('bad-options');
  const read = readSerials(list);
  if (!read.ok) return problem(`list-${read.code}`);
  const wishes = { action, options, serials: read.serials, dryRun, confirmedCount };
  const refusal = bulkRefusal(wishes);
  return refusal === null ? { ok: true, value: wishes } : problem(refusal);
};

const viewOf = (
  { action, dryRun }: Pick<BulkWishes, 'action' | 'dryRun'>,
  state: BulkView['state'],
  { done, of, skipped, counts }: BulkProgress,
): BulkView => ({ action, dryRun, state, done, of, skipped, counts: { ...counts } });

/** One run at a time, on the disk as it goes: it can be stopped, and gone on with by the next start of the app. */
export const createBulkSeat = ({ folder, journal, told, now }: BulkSeatOptions) => {
  const wishPath = join(folder, 'bulk.json');
  const resultPath = join(folder, 'bulk.jsonl');
  let view: BulkView | null = null;
  let running: AbortController | null = null;

  const readWish = async (): Promise<Kept | null> => {
    const text = await readFile(wishPath, 'utf8').catch(() => null);
    if (text === null) return null;
    try {
      return kept.parse(JSON.parse(text));
    } catch {
      return null;
    }
  };

  const state = async (): Promise<BulkView | null> => {
    if (view !== null) return view;
    const wish = await readWish();
    const wishes = wish && wishesOf(wish);
    if (!wish || !wishes) return null;
    const counts: Record<string, number> = {};
    const last = new Map((await readBulkResults(resultPath)).map((one) => [one.serial, one.kind]));
    for (const kind of last.values()) counts[kind] = (counts[kind] ?? 0) + 1;
    return {
      action: wishes.action,
      dryRun: wishes.dryRun,
      state: wish.ended ? 'done' : 'stopped',
      done: last.size,
      of: wish.serials.length,
      skipped: 0,
      counts,
    };
  };

  const work = async (
    graph: Graph,
    wishes: BulkWishes,
    control: AbortController,
  ): Promise<CloudAnswer<BulkView>> => {
    const become = (next: BulkView) => {
      view = next;
      told(next);
    };
    const results = await openBulkResults(resultPath);
    try {
      const progress = await journal.use((open) =>
        runBulk(
          {
            graph,
            journal: open,
            results,
            now,
            signal: control.signal,
            told: (at) => become(viewOf(wishes, 'running', at)),
          },
          wishes,
        ),
      );
      if (progress === null) {
        if (view !== null) become({ ...view, state: 'stopped' });
        return problem('no-journal');
      }
      const whole = progress.done === progress.of;
      become(viewOf(wishes, whole ? 'done' : 'stopped', progress));
      await writeSettingsFile(wishPath, { ...wishes, ended: whole });
      return { ok: true, value: viewOf(wishes, whole ? 'done' : 'stopped', progress) };
    } finally {
      await results.close();
    }
  };

  const alone = async (
    run: (control: AbortController) => Promise<CloudAnswer<BulkView>>,
  ): Promise<CloudAnswer<BulkView>> => {
    if (running !== null) return problem('busy');
    const control = new AbortController();
    running = control;
    try {
      return await run(control);
    } catch (error) {
      if (error instanceof Error && error.name === 'DiskProblem') return problem('no-journal');
      throw error;
    } finally {
      running = null;
    }
  };

  return {
    state,
    start: (graph: Graph, wish: BulkWish): Promise<CloudAnswer<BulkView>> =>
      alone(async (control) => {
        const wishes = checked(wish);
        if (!wishes.ok) return wishes;
        await rm(resultPath, { force: true });
        if (!(await writeSettingsFile(wishPath, { ...wishes.value, ended: false })))
          return problem('no-journal');
        view = null;
        return work(graph, wishes.value, control);
      }),
    /** Goes on where it ended; what was settled is not done again. */
    resume: (graph: Graph): Promise<CloudAnswer<BulkView>> =>
      alone(async (control) => {
        const wish = await readWish();
        const wishes = wish && wishesOf(wish);
        return wishes ? work(graph, wishes, control) : problem('gone');
      }),
    stop: (): boolean => {
      running?.abort();
      return running !== null;
    },
    table: async (): Promise<string | null> => {
      const [rows, wish] = await Promise.all([readBulkResults(resultPath), readWish()]);
      return rows.length === 0 || wish === null ? null : bulkTable(rows, wish.serials);
    },
  };
};
