import type { Words } from '../../strings/index';
import type { Paint } from './paint';

/** All a command has of the world outside: two streams, words, and a signal that means "stop now". */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  input: NodeJS.ReadableStream & { isTTY?: boolean };
  words: Words;
  paint: Paint;
  /** Columns to wrap at. */
  width: number;
  /** A person watches: progress may be shown. False in a pipe. */
  watched: boolean;
  signal: AbortSignal;
  now(): number;
}
