import type { Seat } from '../core/seat';
import { inspect } from '../inspector/inspect';
import { takeLock } from '../os/lock';
import type { Os } from '../os/port';
import { isPractice } from '../os/practice/practice';
import { probes } from '../probes/index';
import { repairById } from '../repairs/index';
import { outcomeOf } from '../repairs/outcome';
import type { RepairOutcome } from '../repairs/repair';
import { runRepair } from '../repairs/run';
import type { Entry } from './entry';
import type { Guide } from './guide';
import type { World } from './sitting';

export interface WorldOptions {
  /** Null in a call. */
  os: Os | null;
  seat: Seat;
  dryRun: boolean;
  /** What the organisation allows at this moment: it may have changed its mind since the guide began. */
  allowed(repair: string): Promise<boolean>;
  elevate: ((repair: string, signal?: AbortSignal) => Promise<RepairOutcome>) | null;
}

const lookBudgetMs = 90_000;

/** Two windows of one PC never change it at the same time. */
const actsLock = 'acts on this device';

export const worldOf = ({ os, seat, dryRun, allowed, elevate }: WorldOptions): World => {
  if (os === null)
    return {
      look: null,
      repair: repairById,
      act: (repair) => Promise.resolve(outcomeOf(repair.id, 'skipped', 'recorded')),
    };
  const look: NonNullable<World['look']> = async (ids, signal) => {
    const { snapshot } = await inspect(os, probes, {
      only: ids,
      budgetMs: lookBudgetMs,
      signal,
    });
    return snapshot;
  };
  return {
    look,
    repair: repairById,
    ...(isPractice(os) ? { happened: (what) => os.happened(what) } : {}),
    act: async (repair, journal, signal) => {
      const lock = os.kind === 'live' ? await takeLock(actsLock) : null;
      if (os.kind === 'live' && lock === null)
        return outcomeOf(repair.id, 'skipped', 'other-window');
      try {
        const may = await allowed(repair.id);
        return await runRepair(repair, {
          os,
          seat,
          dryRun,
          allowed: () => may,
          look: (ids, stop) => look(ids, stop ?? signal),
          journal,
          elevate,
          signal,
        });
      } finally {
        await lock?.release();
      }
    },
  };
};

/** A practice device forgets when the program ends: what was done to it before is done again. */
export const practised = async (os: Os, guide: Guide, entries: readonly Entry[]): Promise<void> => {
  if (!isPractice(os)) return;
  for (const { what } of entries) {
    if (what.event === 'act-begun')
      for (const act of repairById(what.repair)?.acts ?? [])
        if (what.acts.includes(act.key)) await os.act(act);
    if (what.event !== 'passed' && what.event !== 'not-yet') continue;
    const step = guide.steps.find(({ id }) => id === what.step);
    if (step?.kind === 'wait') os.happened(step.for);
  }
};
