import { openActionJournal, type ActionJournal } from '../actions/journal';

export interface SharedJournal {
  /** Null when it cannot be opened or written: then nothing was sent for it. */
  use<T>(work: (journal: ActionJournal) => Promise<T>): Promise<T | null>;
}

/**
 * One journal for all who act at the same time in this process, read anew when nobody does: another door may
 * have written meanwhile. Two doors that act at once refuse each other, which is right.
 */
export const shareJournal = (path: string): SharedJournal => {
  let users = 0;
  let opened: Promise<ActionJournal> | null = null;
  return {
    use: async (work) => {
      users += 1;
      opened ??= openActionJournal(path);
      const mine = opened;
      try {
        return await work(await mine);
      } catch (error) {
        if (isDisk(error)) return null;
        throw error;
      } finally {
        users -= 1;
        if (users === 0) {
          opened = null;
          await mine.then((journal) => journal.close()).catch(() => undefined);
        }
      }
    },
  };
};

const isDisk = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'DiskProblem' || error.name === 'Interference');
