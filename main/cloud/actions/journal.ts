import { readFile } from 'node:fs/promises';
import { openDurableFile, type DurableFile } from '../../os/durable-file';
import { apply, isOpen, readEntries, type ActionRecord, type Entry } from './records';

/**
 * Written ahead: a request leaves only when its beginning is on the disk. So after a power cut it is known that
 * something was begun, and that nobody heard how it ended.
 */
export const openActionJournal = async (path: string) => {
  const records = new Map<string, ActionRecord>();
  const text = await readFile(path, 'utf8').catch(() => '');
  const { entries, sound } = readEntries(text);
  for (const entry of entries) apply(records, entry);
  const file: DurableFile = await openDurableFile(path, sound);
  let last: Promise<void> = Promise.resolve();
  return {
    records: (): ActionRecord[] => [...records.values()],
    /** One that may still happen, of the same kind and to the same device. */
    openOf: (action: string, target: string): ActionRecord | null => {
      for (const record of records.values())
        if (record.action === action && record.target.id === target && isOpen(record))
          return record;
      return null;
    },
    record: (run: string): ActionRecord | null => records.get(run) ?? null,
    /** Resolves when it is on the disk. One after the other, in the order they were asked for. */
    write: (entry: Entry): Promise<void> => {
      last = last
        .catch(() => undefined)
        .then(async () => {
          await file.append(Buffer.from(`${JSON.stringify(entry)}\n`));
          apply(records, entry);
        });
      return last;
    },
    close: () => file.close(),
  };
};

export type ActionJournal = Awaited<ReturnType<typeof openActionJournal>>;
