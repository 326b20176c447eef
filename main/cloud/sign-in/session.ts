import type { AccountInfo, AuthenticationResult, PublicClientApplication } from '@azure/msal-node';
import type { CloudPlaces } from '../clouds';
import type { Fetch } from '../fetch';
import { brokerRedirect, findBroker } from './broker';
import { signInByBrowser } from './browser-flow';
import type { Vault } from './cache';
import { createClient } from './client';
import {
  type ClosedBy,
  curedBySigningIn,
  failureOf,
  inTheWay,
  isClosed,
  signInFailure,
  type SignInFailure,
} from './failures';
import { createNetwork } from './network';
import type { SignedInAs, SignInState } from './state';

export interface SignInSettings {
  clientId: string;
  tenant: string;
  /** Off unless the organisation says otherwise: it is a phishing tool, and many block it. */
  deviceCode: boolean;
}

/** What a door lends to signing in. */
export interface SignInDoor {
  fetch: Fetch;
  /** Who wants nobody to be contacted now: then nothing is opened, neither a browser nor an address of ours. */
  closed?(): Promise<ClosedBy | null>;
  /** False where no browser could be opened: then the address is shown to be opened by hand. */
  openBrowser(address: string): Promise<boolean>;
  /** Null keeps everything in memory. */
  vault: Vault | null;
  pages(): { done: string; failed: string };
  windowHandle?: () => Buffer | null;
  broker?: typeof findBroker;
}

export interface SignInOptions {
  settings: SignInSettings;
  places: CloudPlaces;
  door: SignInDoor;
  changed?: (state: SignInState) => void;
  patienceMs?: number;
}

export interface TokenWishes {
  /** Names of permissions, such as `User.Read`. */
  permissions: readonly string[];
  /** What the directory demanded beyond that, as it said it. */
  claims?: string | null;
  /** The one we hold was refused: ask for a new one. */
  renew?: boolean;
  /** True only while a person waits for the answer of what they just did. */
  interactive?: boolean;
}

export type Token = { ok: true; value: string } | SignInFailure;
type Asked = Required<Omit<TokenWishes, 'permissions'>> & { scopes: string[] };

const usualPatienceMs = 5 * 60_000;
const isFailure = (result: AuthenticationResult | SignInFailure): result is SignInFailure =>
  'ok' in result;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Signing in, and tokens for those who ask in main. Tokens never leave this room except as a header of Graph. */
export const createSignIn = (options: SignInOptions) => {
  const { settings, places, door } = options;
  const network = createNetwork(door.fetch);
  let made: Promise<{ client: PublicClientApplication; brokered: boolean }> | null = null;
  let state: SignInState = { kind: 'signed-out', why: null };
  let account: AccountInfo | null = null;
  let restored: Promise<void> | null = null;
  let running: AbortController | null = null;
  /** Counts sign-outs: an answer that was under way then is nobody's. */
  let generation = 0;

  const become = (next: SignInState): void => {
    state = next;
    options.changed?.(next);
  };

  const client = () =>
    (made ??= (async () => {
      const broker = await (door.broker ?? findBroker)();
      return {
        brokered: broker !== null,
        client: await createClient({ ...settings, places, network, vault: door.vault, broker }),
      };
    })());

  const asShown = ({ name, username, tenantId }: AccountInfo): SignedInAs => ({
    name: name ?? username,
    userName: username,
    tenant: tenantId,
  });

  const settle = (needs: SignInFailure | null): void => {
    become(
      account === null
        ? { kind: 'signed-out', why: needs }
        : {
            kind: 'signed-in',
            account: asShown(account),
            kept: door.vault === null ? 'memory' : 'encrypted',
            needs,
          },
    );
  };

  const closedFailure = async (): Promise<SignInFailure | null> => {
    const by = (await door.closed?.()) ?? null;
    return by === null ? null : signInFailure(`offline-${by}`);
  };

  const settled = (failure: SignInFailure): SignInFailure => {
    settle(failure);
    return failure;
  };

  const restore = () =>
    (restored ??= (async () => {
      if (door.vault === null || (await door.vault.read()) === null) return;
      const { client: app } = await client();
      account = (await app.getAllAccounts())[0] ?? null;
      settle(null);
    })());

  const forget = async (found: AccountInfo | null): Promise<void> => {
    const { client: app } = await client();
    if (found) await app.signOut({ account: found });
  };

  /** Somebody else than expected came back: their tokens are not kept either. */
  const accept = async (result: AuthenticationResult): Promise<Token> => {
    const found = result.account;
    if (found === null) return signInFailure('refused');
    if (guid.test(settings.tenant) && found.tenantId !== '' && found.tenantId !== settings.tenant) {
      await forget(found);
      return signInFailure('other-tenant');
    }
    if (account !== null && found.homeAccountId !== account.homeAccountId) {
      await forget(found);
      return signInFailure('other-account');
    }
    account = found;
    return { ok: true, value: result.accessToken };
  };

  const silently = async ({ scopes, claims, renew }: Asked, from: AccountInfo): Promise<Token> => {
    const { client: app } = await client();
    const born = generation;
    try {
      const result = await app.acquireTokenSilent({
        account: from,
        scopes,
        forceRefresh: renew,
        ...(claims === null ? {} : { claims }),
      });
      if (born !== generation) return signInFailure('cancelled');
      return { ok: true, value: result.accessToken };
    } catch (error) {
      return born === generation
        ? failureOf(error, network.circumstances())
        : signInFailure('cancelled');
    }
  };

  const withPatience = async (
    act: (signal: AbortSignal) => Promise<AuthenticationResult | SignInFailure>,
  ): Promise<Token> => {
    if (running !== null) return signInFailure('busy');
    const control = new AbortController();
    running = control;
    const timer = setTimeout(
      () => control.abort('timed-out'),
      options.patienceMs ?? usualPatienceMs,
    );
    const born = generation;
    let outcome: Token;
    try {
      const result = await act(control.signal);
      outcome = isFailure(result)
        ? result
        : born === generation
          ? await accept(result)
          : signInFailure('cancelled');
    } catch (error) {
      outcome = control.signal.aborted
        ? signInFailure(control.signal.reason === 'timed-out' ? 'timed-out' : 'cancelled')
        : failureOf(error, network.circumstances());
    } finally {
      clearTimeout(timer);
      running = null;
    }
    settle(outcome.ok ? null : outcome);
    return outcome;
  };

  const inBrowser = ({ scopes, claims }: Asked): Promise<Token> =>
    withPatience(async (signal) => {
      const { client: app, brokered } = await client();
      if (brokered) become({ kind: 'waiting', how: 'window' });
      return signInByBrowser(app, {
        scopes,
        claims,
        account,
        signal,
        authorityHost: new URL(places.authority).host,
        windowHandle: door.windowHandle?.() ?? null,
        redirect: brokered ? brokerRedirect(settings.clientId) : null,
        pages: door.pages(),
        show: async (address) => {
          const opened = await door.openBrowser(address);
          if (!signal.aborted) become({ kind: 'waiting', how: 'browser', address, opened });
        },
      });
    });

  const byDeviceCode = (scopes: string[]): Promise<Token> =>
    withPatience(async (signal) => {
      const { client: app } = await client();
      const request = {
        scopes,
        cancel: false,
        deviceCodeCallback: (answer: DeviceCodeAnswer) => {
          become({
            kind: 'waiting',
            how: 'device-code',
            address: answer.verificationUri,
            userCode: answer.userCode,
            untilMs: Date.now() + answer.expiresIn * 1000,
          });
        },
      };
      const stopped = new Promise<SignInFailure>((resolve) => {
        signal.addEventListener('abort', () => {
          request.cancel = true;
          resolve(signInFailure(signal.reason === 'timed-out' ? 'timed-out' : 'cancelled'));
        });
      });
      const signedIn = app.acquireTokenByDeviceCode(request);
      signedIn.catch(() => undefined);
      return (await Promise.race([signedIn, stopped])) ?? signInFailure('refused');
    });

  const scopesOf = (permissions: readonly string[]) =>
    permissions.map((permission) => `${places.graph}/${permission}`);

  return {
    state: async (): Promise<SignInState> => {
      await restore();
      // A switch that has been turned since is in nobody's way.
      if (state.kind === 'signed-out' && isClosed(state.why) && (await closedFailure()) === null)
        settle(null);
      return state;
    },
    /** A person asked to sign in, or to confirm what was asked of them. */
    start: async (how: 'best' | 'device-code', permissions: readonly string[]): Promise<Token> => {
      await restore();
      const closed = await closedFailure();
      if (closed !== null) return settled(closed);
      const scopes = scopesOf(permissions);
      if (how === 'best')
        return inBrowser({ scopes, claims: null, renew: false, interactive: true });
      return settings.deviceCode ? byDeviceCode(scopes) : signInFailure('device-code-closed');
    },
    cancel: (): boolean => {
      running?.abort('cancelled');
      return running !== null;
    },
    token: async (wishes: TokenWishes): Promise<Token> => {
      await restore();
      if (account === null) return signInFailure('needs-sign-in');
      const closed = await closedFailure();
      if (closed !== null) return closed;
      const { permissions, claims = null, renew = false, interactive = false } = wishes;
      const asked: Asked = { scopes: scopesOf(permissions), claims, renew, interactive };
      const silent = await silently(asked, account);
      if (silent.ok) {
        if (state.kind === 'signed-in' && state.needs !== null && inTheWay.has(state.needs.code))
          settle(null);
        return silent;
      }
      const curable = curedBySigningIn.has(silent.code);
      // Only these open a window: on an outage nothing must pop up.
      if (curable && interactive) return inBrowser(asked);
      // What was asked of the person before is no way out any more, or was tried just now and led nowhere.
      const told = curable || interactive || inTheWay.has(silent.code);
      return told && silent.code !== 'cancelled' ? settled(silent) : silent;
    },
    /** Everything that was kept is gone afterwards, even where the library or the disk complains. */
    signOut: async (): Promise<void> => {
      generation += 1;
      running?.abort('cancelled');
      account = null;
      try {
        const { client: app } = await client();
        for (const one of await app.getAllAccounts()) await app.signOut({ account: one });
        app.clearCache();
      } finally {
        made = null;
        await door.vault?.clear();
        settle(null);
      }
    },
  };
};

interface DeviceCodeAnswer {
  verificationUri: string;
  userCode: string;
  expiresIn: number;
}
