import { createServer } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { Provider } from 'oidc-provider';
import { authority, type Authority } from '../net/authority';
import { front, type Seen, type Staged } from './front';
import { createProvider, type Person } from './provider';

export { clientId } from './provider';

export const tenant = '99999999-8888-4777-8666-555555555555';

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

const close = (server: Server, sockets: Set<Socket>): Promise<void> =>
  new Promise((resolve) => {
    for (const socket of sockets) socket.destroy();
    server.close(() => resolve());
  });

export interface SignInWishes {
  scopes: readonly string[];
  people?: Readonly<Record<string, Person>>;
  /** Who vouches for the server; the test's own authority by default. */
  roots?: Authority;
  /** From now, in milliseconds: when the server's certificate is valid. */
  valid?: { from: number; to: number };
}

export interface SignInAuthority {
  url: string;
  root: string;
  provider: Provider;
  /** Every question asked so far, newest last. */
  seen: Seen[];
  /** Answers the next matching question by itself; stays until it gives null. */
  stage(answer: ((seen: Seen) => Staged | null) | null): void;
  accessSeconds(seconds: number): void;
  deviceSeconds(seconds: number): void;
  skew(ms: number): void;
  /** As an administrator's "revoke sessions": no refresh token works any more. */
  revokeAll(): Promise<void>;
  close(): Promise<void>;
}

/** A real authority on loopback. Nothing outside this machine is contacted. */
export const startSignIn = async (wishes: SignInWishes): Promise<SignInAuthority> => {
  const roots = wishes.roots ?? authority('Test Sign-in');
  const sockets = new Set<Socket>();
  const seen: Seen[] = [];
  const grants = new Set<string>();
  const consented = new Set<string>();
  const state = {
    inner: 0,
    accessSeconds: 3600,
    deviceSeconds: 600,
    skew: 0,
    stage: null as ((one: Seen) => Staged | null) | null,
  };
  const answer = front({
    innerPort: () => state.inner,
    skewMs: () => state.skew,
    consented: () => [...consented],
    stage: (one) => {
      seen.push(one);
      return state.stage?.(one) ?? null;
    },
  });
  const outer = createSecure(roots.issue(['localhost'], wishes.valid), (request, response) => {
    void answer(request, response);
  });
  outer.on('connection', (socket: Socket) => sockets.add(socket));
  outer.on('tlsClientError', () => undefined);
  const url = `https://localhost:${String(await listen(outer))}`;
  const provider = createProvider({
    issuer: url,
    tenant,
    scopes: wishes.scopes,
    people: wishes.people ?? {},
    accessSeconds: () => state.accessSeconds,
    deviceSeconds: () => state.deviceSeconds,
  });
  provider.on('grant.success', (context) => {
    const grant = context.oidc.entities.Grant?.jti;
    if (grant !== undefined) grants.add(grant);
    for (const scope of context.oidc.entities.AccessToken?.scopes ?? []) consented.add(scope);
  });
  const handle = provider.callback();
  const inner = createServer((request, response) => {
    void handle(request, response);
  });
  inner.on('connection', (socket: Socket) => sockets.add(socket));
  state.inner = await listen(inner);
  return {
    url,
    root: roots.root,
    provider,
    seen,
    stage: (next) => {
      state.stage = next;
    },
    accessSeconds: (seconds) => {
      state.accessSeconds = seconds;
    },
    deviceSeconds: (seconds) => {
      state.deviceSeconds = seconds;
    },
    skew: (ms) => {
      state.skew = ms;
    },
    revokeAll: async () => {
      for (const grant of grants) {
        await provider.RefreshToken.revokeByGrantId(grant);
        await provider.AccessToken.revokeByGrantId(grant);
        await (await provider.Grant.find(grant))?.destroy();
      }
      grants.clear();
      consented.clear();
    },
    close: async () => {
      await close(outer, sockets);
      await close(inner, sockets);
    },
  };
};
