import type { WebContents } from 'electron';
import type { Tell } from '../house';

/** A page that is gone or being replaced is told nothing; the next one asks. */
export const tellPage =
  (contents: Pick<WebContents, 'send' | 'isDestroyed' | 'isCrashed'>): Tell =>
  (name, value) => {
    if (!contents.isDestroyed() && !contents.isCrashed()) contents.send(name, value);
  };
