import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { readSettingsFile, writeSettingsFile } from './os/settings-file';

/** How much is kept of calls, so that a forgotten tab never grows into an archive. */
export const callLimits = { calls: 8, name: 120, notes: 8_000, text: 400_000, guides: 12 } as const;

const stored = z.object({
  id: z.uuid(),
  name: z.string().max(callLimits.name),
  notes: z.string().max(callLimits.notes),
  startedAt: z.int(),
  /** What was pasted, or the code that was read out. Files are not copied. */
  text: z.string().max(callLimits.text).nullable(),
  file: z.boolean(),
  asked: z
    .array(z.object({ question: z.string().max(64), answer: z.enum(['yes', 'no', 'unknown']) }))
    .max(64),
  guides: z.array(z.uuid()).max(callLimits.guides),
});
export type StoredCall = z.infer<typeof stored>;

const shape = z.object({ schema: z.literal(1), calls: z.array(stored).max(callLimits.calls) });

export interface CallStore {
  read(): Promise<StoredCall[]>;
  /** An empty list leaves no file behind. False where the disk refuses. */
  write(calls: readonly StoredCall[]): Promise<boolean>;
}

/** In a file of this user's, readable by nobody else; one that is damaged is as good as none. */
export const createCallStore = (path: string): CallStore => ({
  read: async () => {
    const found = shape.safeParse(await readSettingsFile(path));
    return found.success ? found.data.calls : [];
  },
  write: async (calls) => {
    if (calls.length > 0) return writeSettingsFile(path, { schema: 1, calls });
    return rm(path, { force: true }).then(
      () => true,
      () => false,
    );
  },
});
