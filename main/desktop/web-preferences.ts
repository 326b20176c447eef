import type { Session, WebPreferences } from 'electron';

/** The only place that says what a page of ours may do. Nothing in it comes from outside. */
export const webPreferences = (given: {
  preload: string;
  session: Session;
  packaged: boolean;
}): WebPreferences => ({
  preload: given.preload,
  session: given.session,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  plugins: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  // The dictionary would be fetched from the network, and typed text may hold secrets.
  spellcheck: false,
  devTools: !given.packaged,
});
