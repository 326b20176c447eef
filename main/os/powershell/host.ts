import { failed, unavailable } from '../../core/reading';
import type { RawReading } from '../port';
import type { Start } from '../run';
import { fromAnswer, fromError, type HostAnswer } from './answers';
import { hostInput, questionOf, type HostSource } from './questions';
import { createLineReader, hostArguments, type HostLine } from './script';

/** A cold PowerShell on a slow disk, with an endpoint agent looking on. */
const hostStartMs = 15_000;
const hostMaxBytes = 64 * 1024 * 1024;
/** A host that ends before it has answered anything will do so again. */
const mostFruitless = 2;

interface Asked {
  nr: number;
  source: HostSource;
  question: object;
  settled: boolean;
  settle: (answer: HostAnswer) => void;
}

const open = (asked: readonly Asked[]) => asked.filter(({ settled }) => !settled);

/** CIM has no other way; the registry and the logs have their own tools. */
const withoutHost = (asked: readonly Asked[], reading: RawReading): void => {
  for (const { source, settle } of open(asked)) settle(source.kind === 'cim' ? reading : null);
};

/** Quick and certain ones first: one that hangs takes the host with it, and those behind it wait. */
const turn: Record<HostSource['kind'], number> = { self: 0, registry: 1, events: 2, cim: 3 };
const inTurn = (one: Asked, other: Asked): number =>
  turn[one.source.kind] - turn[other.source.kind] ||
  one.source.limitMs - other.source.limitMs ||
  one.nr - other.nr;

/**
 * One PowerShell for the questions given. Answers each as it comes; resolves when the host is gone,
 * with whether it was of any use. A question that hangs or takes the host with it is settled, the
 * ones behind it stay open.
 */
const askHost = async (
  start: Start,
  asked: readonly Asked[],
  stop: AbortSignal,
): Promise<{ fruitful: boolean }> => {
  const giveUp = new AbortController();
  let mode: string | null = null;
  let fruitful = false;
  let began = performance.now();
  let timer: NodeJS.Timeout | undefined;

  const after = (ms: number, onEnd: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      onEnd();
      giveUp.abort();
    }, ms);
  };
  const watch = (): void => {
    clearTimeout(timer);
    const [current] = open(asked);
    if (current === undefined) return;
    after(current.source.limitMs, () => {
      fruitful = true;
      current.settle(failed('timed-out'));
    });
  };
  const onLine = (line: HostLine): void => {
    const ms = Math.round(performance.now() - began);
    began = performance.now();
    if (line.kind === 'mode') {
      mode = line.mode;
      return watch();
    }
    const question = asked.find(({ nr }) => nr === line.nr);
    fruitful = true;
    question?.settle(
      line.kind === 'ok'
        ? fromAnswer(question.source.kind, line.text, ms)
        : fromError(line.text, ms),
    );
    watch();
  };

  after(hostStartMs, () => withoutHost(asked, failed('timed-out', 'no host')));
  const ended = await start('powershell.exe', hostArguments, {
    limitMs: asked.reduce((sum, { source }) => sum + source.limitMs, hostStartMs),
    maxBytes: hostMaxBytes,
    signal: AbortSignal.any([stop, giveUp.signal]),
    input: hostInput(asked.map(({ question }) => question)),
    onOutput: createLineReader(onLine),
  });
  clearTimeout(timer);
  if (giveUp.signal.aborted || stop.aborted) return { fruitful };
  const detail =
    ended.kind === 'ok' ? `exit ${String(ended.value.exitCode)}, mode ${mode ?? 'none'}` : '';
  // A host that does not even say hello was kept from running, or from running our script.
  if (mode === null)
    withoutHost(asked, ended.kind === 'ok' ? unavailable('blocked-by-policy', detail) : ended);
  else open(asked)[0]?.settle(ended.kind === 'ok' ? failed('crashed', detail) : ended);
  return { fruitful };
};

export type AskHost = (source: HostSource, signal?: AbortSignal) => Promise<HostAnswer>;

/** Questions asked together share one host: starting PowerShell costs more than most answers. */
export const createHost = (start: Start): AskHost => {
  let waiting: Asked[] = [];
  let count = 0;

  const runBatch = async (): Promise<void> => {
    const batch = waiting.sort(inTurn);
    waiting = [];
    const stop = new AbortController();
    for (const asked of batch) {
      const { settle } = asked;
      asked.settle = (answer) => {
        settle(answer);
        if (open(batch).length === 0) stop.abort();
      };
    }
    let fruitless = 0;
    for (let left = open(batch); left.length > 0; left = open(batch)) {
      fruitless = (await askHost(start, left, stop.signal)).fruitful ? 0 : fruitless + 1;
      if (fruitless >= mostFruitless) withoutHost(batch, failed('crashed', 'no host stays'));
    }
  };

  return (source, signal) =>
    new Promise((resolve) => {
      count += 1;
      const nr = count;
      const question = questionOf(nr, source);
      if (question === null) return resolve(failed('could-not-start', 'source refused'));
      if (signal?.aborted === true) return resolve(failed('cancelled'));
      const onAbort = (): void => asked.settle(failed('cancelled'));
      const asked: Asked = {
        nr,
        source,
        question,
        settled: false,
        settle: (answer) => {
          if (asked.settled) return;
          asked.settled = true;
          signal?.removeEventListener('abort', onAbort);
          resolve(answer);
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      waiting.push(asked);
      if (waiting.length === 1) setImmediate(() => void runBatch());
    });
};
