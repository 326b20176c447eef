import { exit } from './exit';

/** The first Ctrl-C asks everything to stop; the second one does not wait for it. */
export const stopOnSignals = (): AbortSignal => {
  const stop = new AbortController();
  const onSignal = () => {
    if (stop.signal.aborted) process.exit(exit.undetermined);
    stop.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const)
    process.on(name, onSignal);
  return stop.signal;
};
