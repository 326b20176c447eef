import { failed, ok, unavailable } from '../core/reading';
import { cimArguments, cimInput, createLineReader, isCimQuestion } from './cim-script';
import type { CimLine, CimSource } from './cim-script';
import type { RawReading } from './port';
import type { Start } from './run';

/** A cold PowerShell on a slow disk, with an endpoint agent looking on. */
const hostStartMs = 15_000;

interface Asked {
  nr: number;
  source: CimSource;
  settled: boolean;
  settle: (reading: RawReading) => void;
}

const errorIds: readonly (readonly [RegExp, (detail: string) => RawReading])[] = [
  [/0x80041003|0x80070005/i, (detail) => unavailable('denied', detail)],
  [/0x80041010|0x8004100e|0x80041002/i, (detail) => unavailable('absent', detail)],
  [/CommandNotFound/i, (detail) => unavailable('blocked-by-policy', detail)],
  [/0x80041069/i, (detail) => failed('timed-out', detail)],
];

const fromError = (id: string): RawReading =>
  errorIds.find(([shape]) => shape.test(id))?.[1](id) ?? failed('crashed', id);

const open = (asked: readonly Asked[]) => asked.filter(({ settled }) => !settled);

/**
 * One PowerShell for the questions given. Answers each as it comes; resolves when the host is gone.
 * A question that hangs or takes the host with it is settled, the ones behind it stay open.
 */
const askHost = async (start: Start, asked: readonly Asked[], stop: AbortSignal): Promise<void> => {
  const giveUp = new AbortController();
  let mode: string | null = null;
  let began = performance.now();
  let timer: NodeJS.Timeout | undefined;

  const watch = (extraMs: number): void => {
    clearTimeout(timer);
    const [current] = open(asked);
    if (current === undefined) return;
    timer = setTimeout(() => {
      current.settle(failed('timed-out'));
      giveUp.abort();
    }, current.source.limitMs + extraMs);
  };
  const onLine = (line: CimLine): void => {
    if (line.kind === 'mode') {
      mode = line.mode;
      began = performance.now();
      return watch(0);
    }
    const question = asked.find(({ nr }) => nr === line.nr);
    const ms = Math.round(performance.now() - began);
    began = performance.now();
    question?.settle(
      line.kind === 'ok'
        ? ok({ bytes: Buffer.from(line.text, 'latin1'), exitCode: null, ms })
        : fromError(line.text),
    );
    watch(0);
  };

  watch(hostStartMs);
  const ended = await start('powershell.exe', cimArguments, {
    limitMs: asked.reduce((sum, { source }) => sum + source.limitMs, hostStartMs),
    signal: AbortSignal.any([stop, giveUp.signal]),
    input: cimInput(asked),
    onOutput: createLineReader(onLine),
  });
  clearTimeout(timer);
  if (giveUp.signal.aborted) return;
  if (ended.kind !== 'ok') return open(asked).forEach(({ settle }) => settle(ended));
  const detail = `exit ${String(ended.value.exitCode)}, mode ${mode ?? 'none'}`;
  // A host that does not even say hello was kept from running our script.
  if (mode === null)
    return open(asked).forEach(({ settle }) => settle(unavailable('blocked-by-policy', detail)));
  open(asked)[0]?.settle(failed('crashed', detail));
};

export type AskCim = (source: CimSource, signal?: AbortSignal) => Promise<RawReading>;

/** Questions asked together share one host: starting PowerShell costs more than most answers. */
export const createCim = (start: Start): AskCim => {
  let waiting: Asked[] = [];
  let count = 0;

  const runBatch = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    const stop = new AbortController();
    for (const asked of batch) {
      const { settle } = asked;
      asked.settle = (reading) => {
        settle(reading);
        if (open(batch).length === 0) stop.abort();
      };
    }
    for (let left = open(batch); left.length > 0; left = open(batch))
      await askHost(start, left, stop.signal);
  };

  return (source, signal) =>
    new Promise((resolve) => {
      if (!isCimQuestion(source)) return resolve(failed('could-not-start', 'question refused'));
      if (signal?.aborted === true) return resolve(failed('cancelled'));
      const onAbort = (): void => asked.settle(failed('cancelled'));
      count += 1;
      const asked: Asked = {
        nr: count,
        source,
        settled: false,
        settle: (reading) => {
          if (asked.settled) return;
          asked.settled = true;
          signal?.removeEventListener('abort', onAbort);
          resolve(reading);
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      waiting.push(asked);
      if (waiting.length === 1) setImmediate(() => void runBatch());
    });
};
