import type { App } from 'electron';

/** Holds for every page that will ever exist, also one created by mistake with other preferences. */
export const sandboxEveryPage = (app: Pick<App, 'enableSandbox' | 'isReady'>): void => {
  if (app.isReady()) throw new Error('The sandbox must be switched on before Electron is ready.');
  app.enableSandbox();
};
