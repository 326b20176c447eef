import { close, createReadStream, fstat, open, type Stats } from 'node:fs';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { errno, readingProblem } from './file-problem';
import { Problem } from './problem';
import type { Terminal } from './terminal';
import { exit } from './exit';

/** Real output is under 20 KiB. A file larger than this is something else, and is not read to the end. */
export const textLimit = 8 * 1024 * 1024;

const chunkBytes = 64 * 1024;

const openFile = promisify<string, string, number>(open);
const statOf = promisify<number, Stats>(fstat);
const closeFile = promisify(close);

/** The bytes of a text, or that there are too many of them. */
export type Input = { kind: 'bytes'; bytes: Buffer } | { kind: 'too-large' };

const collect = async (
  chunks: AsyncIterable<Buffer | string>,
  signal: AbortSignal,
  most: number,
): Promise<Input> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    if (signal.aborted) throw cancelled();
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > most) return { kind: 'too-large' };
    parts.push(bytes);
  }
  return { kind: 'bytes', bytes: Buffer.concat(parts) };
};

export const cancelled = () =>
  new Problem('terminal.cancelled', { exitCode: exit.undetermined, why: 'cancelled' });

/** Ends when the input ends, or when somebody asks to stop: a prompt may wait for ever. */
const untilStopped = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> => {
  let onAbort = () => {};
  const stopped = new Promise<never>((_, reject) => {
    onAbort = () => reject(cancelled());
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
  });
  return Promise.race([work, stopped]).finally(() => signal.removeEventListener('abort', onAbort));
};

/** A read that waits in a pipe would hold the program at its exit; a socket is waited for by the system. */
const streamOf = (fd: number, isPipe: boolean): Readable =>
  isPipe
    ? new Socket({ fd, readable: true, writable: false })
    : createReadStream('', { fd, highWaterMark: chunkBytes });

const fromFile = async (path: string, signal: AbortSignal, most: number): Promise<Input> => {
  const fd = await openFile(path, 'r');
  let stream: Readable | undefined;
  try {
    const found = await statOf(fd);
    if (found.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR' });
    if (found.isFile() && found.size > most) return { kind: 'too-large' };
    // Sizes of pipes and of /proc are no use: what counts is what comes.
    stream = streamOf(fd, found.isFIFO());
    return await collect(stream, signal, most);
  } finally {
    if (stream === undefined) await closeFile(fd).catch(() => undefined);
    else stream.destroy();
  }
};

const fromPipe = ({ input, signal, words, err }: Terminal, most: number): Promise<Input> => {
  if (input.isTTY === true) err(`${words.say('terminal.read.paste')}\n`);
  return collect(input as AsyncIterable<Buffer>, signal, most);
};

export const readInput = async (
  path: string,
  terminal: Terminal,
  most = textLimit,
): Promise<Input> => {
  const { signal } = terminal;
  try {
    return await untilStopped(
      path === '-' ? fromPipe(terminal, most) : fromFile(path, signal, most),
      signal,
    );
  } catch (error) {
    if (error instanceof Problem || errno(error) === '') throw error;
    throw readingProblem(path === '-' ? 'stdin' : path, errno(error));
  }
};
