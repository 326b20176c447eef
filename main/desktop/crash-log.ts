import type { Log } from '../ipc/log';

interface Faulty {
  on(event: 'uncaughtException' | 'unhandledRejection', tell: (fault: unknown) => void): unknown;
}

const describe = (fault: unknown): string =>
  fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);

/** Our own fault: say what happened where it can be read later, and end with the code for it. */
export const logCrashes = (process: Faulty, log: Log, end: (code: number) => void): void => {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (fault) => {
      log('error', 'main process crashed', { event, trace: describe(fault) });
      end(70);
    });
};
