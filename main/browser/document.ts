import { withNonce } from '../ipc/csp';

const door = '<script type="module" src="/door.js"></script>';

/**
 * The same page as in the window, with what the preload does there done by a script here. Module scripts run
 * in the order of the document, so the contract object exists before the page's own script looks for it.
 */
export const createDocument = (html: string): ((nonce: string) => string) => {
  const at = html.search(/<script\b/iu);
  const whole = at < 0 ? html : `${html.slice(0, at)}${door}${html.slice(at)}`;
  return (nonce) => withNonce(whole, nonce);
};
