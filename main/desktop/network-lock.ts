import type { Session } from 'electron';
import { isOurs } from './origin';

/** The page needs no network at all, so whatever is not our own scheme is cancelled. */
export const lockNetwork = (session: {
  webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>;
}): void => {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOurs(details.url) });
  });
};
