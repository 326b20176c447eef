import type { App, WebContents } from 'electron';

const stays = (event: { preventDefault(): void }): void => {
  event.preventDefault();
};

const pin = (contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>): void => {
  contents.on('will-navigate', stays);
  contents.on('will-frame-navigate', stays);
  contents.on('will-redirect', stays);
  contents.on('will-attach-webview', stays);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
};

/** Holds for every page, also one nobody meant to create: it goes nowhere and opens nothing. */
export const denyNavigation = (app: Pick<App, 'on'>): void => {
  app.on('web-contents-created', (_event, contents) => {
    pin(contents);
  });
};
