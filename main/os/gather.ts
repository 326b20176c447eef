import { setMaxListeners } from 'node:events';
import { failed, type Failure } from '../core/reading';
import type { Os, RawReading, Source } from './port';

export type RawReadings = ReadonlyMap<string, RawReading>;

export interface GatherOptions {
  budgetMs: number;
  signal?: AbortSignal;
  /** How many programs may run at once: endpoint security dislikes bursts. */
  atOnce?: number;
  onRaw?: (key: string, reading: RawReading) => void;
}

const startsProgram: Record<Source['kind'], boolean> = {
  command: true,
  // These share one host, which is only possible when they are asked together.
  registry: false,
  events: false,
  cim: false,
  file: false,
  sizes: false,
  host: false,
};

export const dropDoubles = (sources: readonly Source[]): Source[] => [
  ...new Map(sources.map((source) => [source.key, source])).values(),
];

const readSafely = async (os: Os, source: Source, signal: AbortSignal): Promise<RawReading> => {
  try {
    return await os.read(source, { signal });
  } catch (error) {
    return failed('crashed', error instanceof Error ? error.message : String(error));
  }
};

/**
 * Reads every source once, side by side. Ends when all are in, when the budget is spent or when
 * cancelled, whichever comes first; what had not landed by then says which of the two it was.
 */
export const gather = (
  os: Os,
  wanted: readonly Source[],
  options: GatherOptions,
): Promise<RawReadings> =>
  new Promise((resolve, reject) => {
    const sources = dropDoubles(wanted);
    const landed = new Map<string, RawReading>();
    const stop = new AbortController();
    // Every source listens, and there are more than a hundred.
    setMaxListeners(0, stop.signal);
    let closed = false;
    let running = 0;

    const land = (key: string, reading: RawReading): void => {
      if (closed || landed.has(key)) return;
      landed.set(key, reading);
      options.onRaw?.(key, reading);
    };
    const close = (reason: Failure | null): void => {
      if (closed) return;
      if (reason !== null) for (const { key } of sources) land(key, failed(reason));
      closed = true;
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', onAbort);
      if (reason !== null) stop.abort();
      resolve(landed);
    };
    const onAbort = (): void => close('cancelled');
    const timer = setTimeout(() => close('over-budget'), options.budgetMs);

    // What may take longest starts first, so that the whole takes little longer than that one.
    const queue = sources
      .filter(({ kind }) => startsProgram[kind])
      .sort((one, other) => other.limitMs - one.limitMs);
    const others = sources.filter(({ kind }) => !startsProgram[kind]);

    const finish = (): void => {
      if (landed.size === sources.length) close(null);
    };
    /** Only the listener can throw here; that is a mistake of ours and must not pass in silence. */
    const fail = (error: unknown): void => {
      if (closed) return;
      reject(error instanceof Error ? error : new Error(String(error)));
      closed = true;
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', onAbort);
      stop.abort();
    };
    const launch = async (source: Source): Promise<void> => {
      try {
        land(source.key, await readSafely(os, source, stop.signal));
        finish();
      } catch (error) {
        fail(error);
      }
    };
    const fill = (): void => {
      while (!closed && running < (options.atOnce ?? 6)) {
        const next = queue.shift();
        if (next === undefined) return;
        running += 1;
        void launch(next).finally(() => {
          running -= 1;
          fill();
        });
      }
    };

    if (options.signal?.aborted === true) return onAbort();
    options.signal?.addEventListener('abort', onAbort, { once: true });
    for (const source of others) void launch(source);
    fill();
    finish();
  });
