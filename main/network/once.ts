import { setMaxListeners } from 'node:events';
import { performance } from 'node:perf_hooks';
import { type Answer, type Trouble, troubled } from './outcome';
import type { Patience } from './wire';

export interface Turn<T> {
  give(value: T): void;
  fail(kind: Trouble, detail?: string): void;
  elapsed(): number;
  readonly over: boolean;
}

/**
 * One question, exactly one outcome, in bounded time: whatever happens first wins, and the way
 * back is cleaned up: the undo is told whether the question was answered. Nothing in the network code may wait in another way.
 */
export const once = <T>(
  { limitMs, signal }: Patience,
  start: (turn: Turn<T>) => (answered: boolean) => void,
): Promise<Answer<T>> =>
  new Promise((resolve) => {
    const began = performance.now();
    const elapsed = () => performance.now() - began;
    let over = false;
    let cleanUp: ((answered: boolean) => void) | null = null;
    let answered = false;
    const finish = (answer: Answer<T>) => {
      if (over) return;
      over = true;
      answered = answer.kind === 'answered';
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      cleanUp?.(answered);
      resolve(answer);
    };
    const turn: Turn<T> = {
      give: (value) => finish({ kind: 'answered', value, ms: elapsed() }),
      fail: (kind, detail) => finish(troubled(kind, elapsed(), detail)),
      elapsed,
      get over() {
        return over;
      },
    };
    const stop = () => turn.fail('cancelled');
    const timer = setTimeout(() => turn.fail('silent'), limitMs);
    if (signal?.aborted) {
      stop();
      return;
    }
    // Hundreds of questions share one way to stop; that many listeners are meant.
    if (signal) setMaxListeners(0, signal);
    signal?.addEventListener('abort', stop, { once: true });
    const undo = start(turn);
    if (over) undo(answered);
    else cleanUp = undo;
  });

/** Waits, or less when cancelled. */
export const pause = async (ms: number, signal?: AbortSignal): Promise<void> => {
  await once<null>(signal ? { limitMs: ms, signal } : { limitMs: ms }, () => () => undefined);
};
