import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { openDurableFile, writeInPlace, type DurableFile } from '../os/durable-file';
import { takeLock, type Lock } from '../os/lock';
import type { Entry, Happening } from './entry';
import { lineOf, noHead, readJournal, type Head, type JournalText } from './journal-text';

/** One folder holds them all: `<run>.journal`, and beside it `<run>.head`. */
const journalPath = (folder: string, run: string) => join(folder, `${run}.journal`);
const headPath = (folder: string, run: string) => join(folder, `${run}.head`);

const isRun = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(text);

/** A guide is a few dozen lines. What is longer goes in circles, and somebody should look at it. */
export const mostEntries = 500;
const mostBytes = 1024 * 1024;
/** How many runs are kept; the oldest go first, those that are not over last. */
export const mostRuns = 40;

const headShape = z.strictObject({ n: z.int().min(0), chain: z.string().max(64) });
/** Padded, so that a shorter head never leaves the end of a longer one behind. */
const headText = (head: Head): string => `${JSON.stringify(head).padEnd(79)}\n`;

const readHead = async (path: string): Promise<Head | null> => {
  try {
    const read = headShape.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
};

/** The journal as it lies on the disk; null when there is none. */
export const readRun = async (folder: string, run: string): Promise<JournalText | null> => {
  if (!isRun(run)) return null;
  try {
    const path = journalPath(folder, run);
    if ((await stat(path)).size > mostBytes) return { ...nothing, edited: true };
    return readJournal(await readFile(path), await readHead(headPath(folder, run)));
  } catch {
    return null;
  }
};

const nothing: JournalText = { entries: [], head: noHead, sound: 0, torn: 0, edited: false };

export interface Journal {
  readonly run: string;
  readonly entries: readonly Entry[];
  /** Resolves when the line is safely on the disk. Rejects with nothing changed. */
  add(what: Happening): Promise<void>;
  close(): Promise<void>;
}

/** What people read beside each line, and how long the system has been up. Both can be played in tests. */
export interface Clock {
  now(): Date;
  up(): number;
}

export const systemClock: Clock = { now: () => new Date(), up: uptime };

const writer = (
  folder: string,
  run: string,
  file: DurableFile,
  lock: Lock,
  text: JournalText,
  clock: Clock,
): Journal => {
  const entries = [...text.entries];
  let head = text.head;
  /** The line is down; its head is not yet. It counts, and the head is put right before the next one. */
  let behind = text.head.n > 0;
  const writeHead = async () => {
    await writeInPlace(headPath(folder, run), new TextEncoder().encode(headText(head)));
    behind = false;
  };
  return {
    run,
    entries,
    add: async (what) => {
      if (behind) await writeHead();
      const at = clock.now().toISOString();
      const entry: Entry = { n: head.n + 1, at, up: Math.round(clock.up() * 10) / 10, what };
      const made = lineOf(entry, head);
      await file.append(new TextEncoder().encode(made.line));
      entries.push(entry);
      head = made.head;
      behind = true;
      await writeHead().catch(() => undefined);
    },
    close: async () => {
      await file.close();
      await lock.release();
    },
  };
};

const lockName = (folder: string, run: string) => `journal ${folder} ${run}`;

export const startJournal = async (folder: string, clock: Clock): Promise<Journal> => {
  await prune(folder);
  const run = randomUUID();
  const lock = await takeLock(lockName(folder, run));
  if (lock === null) throw new Error('a fresh run is held by somebody');
  try {
    const file = await openDurableFile(journalPath(folder, run), 0);
    return writer(folder, run, file, lock, nothing, clock);
  } catch (error) {
    await lock.release();
    throw error;
  }
};

export type Reopened =
  | { ok: true; journal: Journal }
  /** `held`: by another window of ours. `edited`: by another program, so nothing is built on it. */
  | { ok: false; why: 'gone' | 'held' | 'edited' };

/** Opens the journal of a run to go on with it. A torn end is cut off, and a line says so. */
export const reopenJournal = async (
  folder: string,
  run: string,
  clock: Clock,
): Promise<Reopened> => {
  if (!isRun(run)) return { ok: false, why: 'gone' };
  const lock = await takeLock(lockName(folder, run));
  if (lock === null) return { ok: false, why: 'held' };
  const giveUp = async (why: 'gone' | 'edited'): Promise<Reopened> => {
    await lock.release();
    return { ok: false, why };
  };
  try {
    const text = await readRun(folder, run);
    if (text === null || (text.entries.length === 0 && !text.edited)) return await giveUp('gone');
    if (text.edited) return await giveUp('edited');
    const file = await openDurableFile(journalPath(folder, run), text.sound);
    const journal = writer(folder, run, file, lock, text, clock);
    if (text.torn > 0) await journal.add({ event: 'mended', bytes: text.torn });
    return { ok: true, journal };
  } catch (error) {
    await lock.release();
    throw error;
  }
};

/** Every run there is, newest first by the time of its file: an order for people, nothing hangs on it. */
export const listRuns = async (folder: string): Promise<string[]> => {
  const names = await readdir(folder).catch(() => []);
  const runs = names.filter((name) => name.endsWith('.journal')).map((name) => name.slice(0, -8));
  const dated = await Promise.all(
    runs.filter(isRun).map(async (run) => {
      const found = await stat(journalPath(folder, run)).catch(() => null);
      return { run, at: found?.mtimeMs ?? 0 };
    }),
  );
  return dated.sort((one, other) => other.at - one.at).map(({ run }) => run);
};

export const isOver = (text: JournalText): boolean =>
  text.entries.some(({ what }) => what.event === 'ended');

const prune = async (folder: string): Promise<void> => {
  const runs = await listRuns(folder);
  if (runs.length < mostRuns) return;
  const told = await Promise.all(
    runs.map(async (run) => ({ run, text: await readRun(folder, run) })),
  );
  const over = told.filter(({ text }) => text === null || text.edited || isOver(text));
  const open = told.filter((one) => !over.includes(one));
  const excess = [...open, ...over].slice(mostRuns - 1);
  for (const { run } of excess) {
    const lock = await takeLock(lockName(folder, run));
    // What another window is working on stays.
    if (lock === null) continue;
    await rm(journalPath(folder, run), { force: true });
    await rm(headPath(folder, run), { force: true });
    await lock.release();
  }
};
