import type { App } from 'electron';

/** False when another instance has the window already; that one is told our arguments. */
export const beTheOnlyOne = (
  app: Pick<App, 'requestSingleInstanceLock' | 'on'>,
  again: (args: readonly string[]) => void,
): boolean => {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, args) => {
    again(args);
  });
  return true;
};
