import type { ProbeId } from '../core/facts/index';
import type { Seat } from '../core/seat';
import type { Snapshot } from '../core/snapshot';
import type { Os } from '../os/port';
import type { Repair, RepairOutcome } from './repair';

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
  allowed(repair: string): boolean;
  /** Reads these probes now, never from memory. */
  look(ids: readonly ProbeId[], signal?: AbortSignal): Promise<Snapshot>;
  journal: RepairJournal;
  /**
   * Asks Windows for an administrator and has the elevated side run this repair, re-checking everything;
   * null where nobody can be asked (the terminal, a remote session).
   */
  elevate: ((repair: string, signal?: AbortSignal) => Promise<RepairOutcome>) | null;
  signal?: AbortSignal;
}

/** Runs one allow-listed repair to an honest end. Throws only for mistakes of our own. */
export type RunRepair = (repair: Repair, options: RunOptions) => Promise<RepairOutcome>;
