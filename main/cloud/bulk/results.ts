import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { openDurableFile } from '../../os/durable-file';

/** What became of one device of a run. Words: `cloud.bulk.<kind>`. */
export const bulkKinds = [
  'accepted',
  'would',
  'unknown',
  'failed',
  'refused',
  'not-found',
  'several',
  'signed-out',
] as const;
export type BulkKind = (typeof bulkKinds)[number];

const row = z.object({
  serial: z.string(),
  kind: z.enum(bulkKinds),
  device: z.string().nullable(),
  code: z.string().nullable(),
  requestId: z.string().nullable(),
  at: z.number(),
});
export type BulkRow = z.infer<typeof row>;

/** With these nothing more is to be done; all others are tried again when a run goes on. */
const final: ReadonlySet<BulkKind> = new Set(['accepted', 'unknown']);

/** Whole lines only: what a power cut left half is not there. */
const readRows = (text: string): { rows: BulkRow[]; sound: number } => {
  const rows: BulkRow[] = [];
  let sound = 0;
  for (const line of text.split(/(?<=\n)/)) {
    if (!line.endsWith('\n')) break;
    try {
      rows.push(row.parse(JSON.parse(line)));
    } catch {
      break;
    }
    sound += Buffer.byteLength(line);
  }
  return { rows, sound };
};

const textOf = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');

/** Every line so far, for whoever takes the results along. */
export const readBulkResults = async (path: string): Promise<BulkRow[]> =>
  readRows(await textOf(path)).rows;

/** A file with one line per device, on the disk before the next device is begun. Only serials are remembered. */
export const openBulkResults = async (path: string) => {
  const { rows, sound } = readRows(await textOf(path));
  const settled = new Set(rows.flatMap(({ serial, kind }) => (final.has(kind) ? [serial] : [])));
  const file = await openDurableFile(path, sound);
  let last: Promise<void> = Promise.resolve();
  return {
    isSettled: (serial: string): boolean => settled.has(serial),
    write: (one: BulkRow): Promise<void> => {
      last = last
        .catch(() => undefined)
        .then(async () => {
          await file.append(Buffer.from(`${JSON.stringify(one)}\n`));
          if (final.has(one.kind)) settled.add(one.serial);
        });
      return last;
    },
    close: () => file.close(),
  };
};

export type BulkResults = Awaited<ReturnType<typeof openBulkResults>>;
