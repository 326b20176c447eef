import type { Session } from 'electron';

/** The page has nothing to save; files are written by main, where it was asked to. */
export const denyDownloads = (session: Pick<Session, 'on'>): void => {
  session.on('will-download', (event) => {
    event.preventDefault();
  });
};
