import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { failed, type Reading } from '../core/reading';
import { launchElevated, type Program } from './elevation/launch';
import { findProgramFiles, isWritable, protectedFolder, replyFile } from './elevation/place';
import { readReply } from './elevation/reply';
import { isName, toArguments, type Operation } from './elevation/request';
import { createStart, type Start } from './run';

/** Why nobody can be asked for rights here; `offered` when somebody can. */
export type ElevationOffer = 'offered' | 'not-windows' | 'not-this-door' | 'not-installed';

export interface ElevateOptions {
  signal?: AbortSignal;
  /** How long the work itself may take, where that is longer than usual. */
  workMs?: number;
}

/**
 * One question for administrator rights per call, for one operation of a closed list. `declined` is
 * a normal answer. The value is what the handler in `main/elevated.ts` gave, not yet believed: who
 * asked has to check its shape.
 */
export interface Elevator {
  offer(): Promise<ElevationOffer>;
  ask(
    operation: Operation,
    given: readonly string[],
    options?: ElevateOptions,
  ): Promise<Reading<unknown>>;
}

/** Windows takes its question away after two minutes. */
const consentMs = 150_000;
/** The elevated side ends itself well before this. */
const workMs = 200_000;
const pauseMs = 200;

export const noElevator = (why: Exclude<ElevationOffer, 'offered'>): Elevator => ({
  offer: () => Promise.resolve(why),
  ask: () => Promise.resolve(failed('could-not-start', why)),
});

export interface ElevatorParts {
  start: Start;
  isWritable: (folder: string) => Promise<boolean>;
  workMs: number;
}

const findFolder = async (
  { start, isWritable }: Pick<ElevatorParts, 'start' | 'isWritable'>,
  program: Program,
): Promise<string | null> => {
  const programFiles = await findProgramFiles(start);
  const folder = programFiles === null ? null : protectedFolder(program.file, programFiles);
  return folder === null || (await isWritable(folder)) ? null : folder;
};

/** The answer as soon as it is there: the elevated side takes it away again soon afterwards. */
const awaitReply = async (
  file: string,
  asked: { operation: Operation; reply: string },
  stop: AbortSignal,
): Promise<Reading<unknown> | null> => {
  while (!stop.aborted) {
    const reading = await readReply(file, asked);
    if (reading !== null) return reading;
    await sleep(pauseMs, undefined, { signal: stop }).catch(() => undefined);
  }
  // It may have been laid down in the last pause.
  return readReply(file, asked);
};

const withoutReply = (launched: Reading<number> | null, signal?: AbortSignal): Reading<never> => {
  if (signal?.aborted === true) return failed('cancelled');
  if (launched === null) return failed('timed-out');
  return launched.kind === 'ok' ? failed('crashed', `exit ${String(launched.value)}`) : launched;
};

const ask = async (
  { start, workMs: usual, ...parts }: ElevatorParts,
  program: Program,
  operation: Operation,
  given: readonly string[],
  { signal, workMs: most = usual }: ElevateOptions,
): Promise<Reading<unknown>> => {
  if (!given.every(isName)) return failed('could-not-start', 'given');
  const folder = await findFolder({ start, ...parts }, program);
  if (folder === null) return failed('could-not-start', 'not-installed');
  const asked = { operation, given, reply: randomBytes(16).toString('hex') };
  const tooLate = new AbortController();
  const stops = signal === undefined ? [] : [signal];
  let ended: Reading<number> | null = null;
  const over = new AbortController();
  const begun = new Promise<void>((resolve) => {
    void launchElevated(start, program, folder, toArguments(asked), {
      limitMs: consentMs + most,
      signal: AbortSignal.any([tooLate.signal, ...stops]),
      onStarted: resolve,
    }).then((reading) => {
      ended = reading;
      over.abort();
      resolve();
    });
  });
  await begun;
  // The launcher is not stopped once there is an answer: the elevated side still tidies up.
  const stop = AbortSignal.any([over.signal, AbortSignal.timeout(most), ...stops]);
  const told = await awaitReply(replyFile(folder, asked.reply), asked, stop);
  if (told === null) tooLate.abort();
  return told ?? withoutReply(ended, signal);
};

/** For the program that runs now, installed for all users. */
export const createElevator = (program: Program, given: Partial<ElevatorParts> = {}): Elevator => {
  const parts: ElevatorParts = { start: createStart(), isWritable, workMs, ...given };
  return {
    offer: async () => ((await findFolder(parts, program)) === null ? 'not-installed' : 'offered'),
    ask: (operation, names, options = {}) => ask(parts, program, operation, names, options),
  };
};
