import { compare, type Comparison, type Look } from './core/compare';
import { lastWorked } from './core/last-worked';
import type { Organisation } from './core/organisation';
import type { Snapshot } from './core/snapshot';
import { judge } from './engine';
import { historyFolder, type KeptName } from './os/history-folder';

export const mostKept = 20;
/** Looking again and again at the same state is one entry: the newest look of that hour. */
const sameWithin = 60 * 60 * 1_000;
const schema = 1;

export type Since =
  | { kind: 'off' | 'first' | 'no-fault' }
  | { kind: 'never-worked'; oldest: number }
  | { kind: 'changed'; at: number; comparison: Comparison; before: Look };

export interface KeptLook extends Look {
  at: number;
}

const isSnapshot = (kept: unknown): kept is { snapshot: Snapshot } => {
  if (typeof kept !== 'object' || kept === null) return false;
  const { schema: version, snapshot } = kept as Record<string, unknown>;
  if (version !== schema || typeof snapshot !== 'object' || snapshot === null) return false;
  const { readings, observedAt } = snapshot as Record<string, unknown>;
  return typeof readings === 'object' && readings !== null && Number.isFinite(observedAt);
};

/** The newest are kept, and before all of them the newest at which all was well. */
const superfluous = (newestFirst: readonly KeptName[]): KeptName[] => {
  const precious = newestFirst.find(({ state }) => state === 'healthy');
  const others = newestFirst.filter((name) => name !== precious);
  return others.slice(precious === undefined ? mostKept : mostKept - 1);
};

/** Earlier looks at this PC: few, this user's own, never sent anywhere, and gone when asked. */
export const createHistory = (folder: string, isOn: () => Promise<boolean>) => {
  const files = historyFolder(folder);

  /** Newest first; what is damaged, or cannot be judged any more, is left out. */
  const looks = async (before: number, organisation: Organisation | null): Promise<KeptLook[]> => {
    const found: KeptLook[] = [];
    for (const name of await files.list()) {
      if (name.at >= before) continue;
      const kept = await files.read(name);
      if (!isSnapshot(kept)) continue;
      try {
        // What the PC is meant to be is judged as today: it is the PC that is compared.
        const snapshot = { ...kept.snapshot, organisation };
        found.push({ at: name.at, snapshot, diagnosis: await judge(snapshot) });
      } catch {
        // Readings of another shape than the rules know: as good as not kept.
      }
    }
    return found;
  };

  const keep = async ({ snapshot, diagnosis }: Look): Promise<boolean> => {
    if (snapshot.observedAt === null || !(await isOn())) return false;
    const [newest] = await files.list();
    const { organisation: _, ...own } = snapshot;
    const written = await files.write(snapshot.observedAt, diagnosis.state, {
      schema,
      snapshot: own,
    });
    if (!written) return false;
    const apart = newest === undefined ? Infinity : snapshot.observedAt - newest.at;
    const repeats = newest?.state === diagnosis.state && apart > 0 && apart < sameWithin;
    if (newest !== undefined && repeats) await files.remove(newest);
    for (const name of superfluous(await files.list())) await files.remove(name);
    return true;
  };

  const since = async (now: Look): Promise<Since> => {
    if (now.diagnosis.rootCause === null) return { kind: 'no-fault' };
    const earlier = await looks(
      now.snapshot.observedAt ?? Infinity,
      now.snapshot.organisation ?? null,
    );
    const [oldest] = earlier.slice(-1);
    if (oldest === undefined) return { kind: (await isOn()) ? 'first' : 'off' };
    const before = lastWorked(earlier, now);
    if (before === null) return { kind: 'never-worked', oldest: oldest.at };
    const at = before.snapshot.observedAt ?? oldest.at;
    return { kind: 'changed', at, before, comparison: compare(before, now) };
  };

  return {
    keep,
    since,
    looks: (organisation: Organisation | null) => looks(Infinity, organisation),
    names: () => files.list(),
    isOn,
    /** False where something could not be removed. */
    wipe: async (): Promise<boolean> => {
      const removed = await Promise.all((await files.list()).map((name) => files.remove(name)));
      return removed.every(Boolean);
    },
  };
};

export type History = ReturnType<typeof createHistory>;
