import { lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { failed, ok, unavailable, type Reading } from '../../core/reading';
import { readFileBytes } from '../files';
import type { Start } from '../run';
import { isReply, operations, type ElevatedRequest } from './request';
import { replyFile, replyFolders } from './place';

const mostBytes = 64 * 1024 * 1024;
const staleMs = 10 * 60_000;

const shape = z.strictObject({
  schema: z.literal(1),
  operation: z.enum(operations),
  reply: z.string().regex(/^[0-9a-f]{32}$/),
  outcome: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('ok'), value: z.unknown() }),
    z.strictObject({ kind: z.literal('refused'), why: z.string().max(200) }),
    z.strictObject({ kind: z.literal('crashed'), why: z.string().max(200) }),
  ]),
});
export type Outcome = z.infer<typeof shape>['outcome'];

/** Answers that nobody fetched, from a run that was ended before it could tidy up. */
const sweep = async (folders: string, now: number): Promise<void> => {
  for (const name of await readdir(folders)) {
    const path = join(folders, name);
    const found = await lstat(path);
    if (isReply(name) && now - found.mtimeMs > staleMs) await rm(path, { recursive: true });
  }
};

const makeFolders = async (folders: string): Promise<void> => {
  await mkdir(folders, { recursive: true });
  const found = await lstat(folders);
  if (!found.isDirectory() || found.isSymbolicLink()) throw new Error('the handover is no folder');
};

/** Administrators and the system write, the one account that asked reads, nobody else looks in. */
const closeFolder = async (start: Start, folder: string, reader: string): Promise<void> => {
  const rights = ['*S-1-5-32-544:(OI)(CI)F', '*S-1-5-18:(OI)(CI)F', `*${reader}:(OI)(CI)RX`];
  const args = [folder, '/inheritance:r', ...rights.flatMap((right) => ['/grant:r', right])];
  const reading = await start('icacls.exe', args, { limitMs: 10_000 });
  if (reading.kind !== 'ok' || reading.value.exitCode !== 0)
    throw new Error('the handover could not be closed to others');
};

/** The place of one answer: made before the work, so that work without a place is never begun. */
export const makePlace = async (
  start: Start,
  folder: string,
  { reply, reader }: ElevatedRequest,
  now = Date.now(),
): Promise<string> => {
  await makeFolders(replyFolders(folder));
  await sweep(replyFolders(folder), now);
  const file = replyFile(folder, reply);
  // Fails when it is there already: an answer is given once.
  await mkdir(dirname(file));
  await closeFolder(start, dirname(file), reader);
  return file;
};

/** Written aside and moved, so that a reader sees the whole answer or none. */
export const writeReply = async (
  file: string,
  { operation, reply }: ElevatedRequest,
  outcome: Outcome,
): Promise<void> => {
  const text = JSON.stringify({ schema: 1, operation, reply, outcome });
  await writeFile(`${file}.new`, text, { flag: 'wx' });
  await rename(`${file}.new`, file);
};

export const removePlace = (file: string): Promise<void> =>
  rm(dirname(file), { recursive: true, force: true });

const parse = (bytes: Uint8Array): z.infer<typeof shape> | null => {
  try {
    return shape.safeParse(JSON.parse(Buffer.from(bytes).toString())).data ?? null;
  } catch {
    return null;
  }
};

const outcomes: {
  [K in Outcome['kind']]: (told: Extract<Outcome, { kind: K }>) => Reading<unknown>;
} = {
  ok: ({ value }) => ok(value),
  refused: ({ why }) => failed('could-not-start', why),
  crashed: ({ why }) => failed('crashed', why),
};

/** The answer to this very question; null while there is none. */
export const readReply = async (
  file: string,
  asked: Pick<ElevatedRequest, 'operation' | 'reply'>,
  signal?: AbortSignal,
): Promise<Reading<unknown> | null> => {
  const reading = await readFileBytes(file, { maxBytes: mostBytes, limitMs: 20_000 }, signal);
  if (reading.kind === 'unavailable' && reading.why === 'absent') return null;
  if (reading.kind !== 'ok') return reading.kind === 'failed' ? reading : unavailable(reading.why);
  const told = parse(reading.value.bytes);
  if (told === null || told.operation !== asked.operation || told.reply !== asked.reply)
    return failed('not-understood', 'not the answer to this question');
  return (outcomes[told.outcome.kind] as (told: Outcome) => Reading<unknown>)(told.outcome);
};
