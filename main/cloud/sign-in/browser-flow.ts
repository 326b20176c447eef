import type { AccountInfo, AuthenticationResult, PublicClientApplication } from '@azure/msal-node';
import { request } from 'node:http';
import { signInFailure, type SignInFailure } from './failures';

export interface BrowserWishes {
  scopes: string[];
  claims: string | null;
  /** Whose sign-in is to be renewed or widened; anybody's when null. */
  account: AccountInfo | null;
  /** The only host that may be opened. */
  authorityHost: string;
  windowHandle: Buffer | null;
  redirect: string | null;
  pages: { done: string; failed: string };
  show(address: string): Promise<void>;
  signal: AbortSignal;
}

/**
 * The library has no way to stop it: it waits for an answer at its own loopback address. So we give that answer
 * ourselves, with the state it expects, as if the person had refused.
 */
const answerInstead = (address: string): void => {
  const asked = new URL(address).searchParams;
  const back = asked.get('redirect_uri');
  if (back === null) return;
  const body = new URLSearchParams({ error: 'access_denied', state: asked.get('state') ?? '' });
  const { port } = new URL(back);
  const sent = request({
    host: '127.0.0.1',
    port,
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  sent.on('error', () => undefined);
  sent.end(body.toString());
};

export const signInByBrowser = async (
  client: PublicClientApplication,
  wishes: BrowserWishes,
): Promise<AuthenticationResult | SignInFailure> => {
  const { scopes, claims, account, signal, pages } = wishes;
  let stop: () => void = () => undefined;
  const stopped = new Promise<SignInFailure>((resolve) => {
    stop = () => {
      resolve(signInFailure(signal.reason === 'timed-out' ? 'timed-out' : 'cancelled'));
    };
    signal.addEventListener('abort', stop, { once: true });
  });
  const signedIn = client.acquireTokenInteractive({
    scopes,
    ...(claims === null ? {} : { claims }),
    ...(account === null ? { prompt: 'select_account' } : { account, loginHint: account.username }),
    ...(wishes.windowHandle ? { windowHandle: wishes.windowHandle } : {}),
    ...(wishes.redirect === null ? {} : { redirectUri: wishes.redirect }),
    successTemplate: pages.done,
    errorTemplate: pages.failed,
    openBrowser: async (address) => {
      if (new URL(address).host !== wishes.authorityHost) throw new Error('not the authority');
      signal.addEventListener('abort', () => answerInstead(address), { once: true });
      if (signal.aborted) answerInstead(address);
      else await wishes.show(address);
    },
  });
  try {
    return await Promise.race([signedIn, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
    // After a stop nobody waits for it any more.
    signedIn.catch(() => undefined);
  }
};
