import { afterEach } from 'vitest';
import type { CloudPlaces } from '../../../main/cloud/clouds';
import {
  createSignIn,
  type SignInDoor,
  type SignInSettings,
} from '../../../main/cloud/sign-in/session';
import type { SignInState } from '../../../main/cloud/sign-in/state';
import type { Vault } from '../../../main/cloud/sign-in/cache';
import { clientId, startSignIn, type SignInWishes, tenant } from '../../harness/sign-in';
import { fetchTrusting } from '../../harness/sign-in/fetch';
import { signInAs, type Wishes } from '../../harness/sign-in/person';

export const graphOrigin = 'https://graph.test';
export const permissions = ['User.Read', 'Device.Read.All'];
const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

export const memoryVault = () => {
  const kept = { text: null as string | null, writes: 0 };
  const vault: Vault = {
    read: () => Promise.resolve(kept.text),
    write: (text) => {
      kept.text = text;
      kept.writes += 1;
      return Promise.resolve();
    },
    clear: () => {
      kept.text = null;
      return Promise.resolve();
    },
  };
  return { kept, vault };
};

interface World {
  wishes?: Partial<SignInWishes>;
  settings?: Partial<SignInSettings>;
  door?: Partial<SignInDoor>;
  patienceMs?: number;
  /** What the person at the browser does; nobody comes when null. */
  person?: Wishes | null;
}

/** A signed-out app before a real authority, with a person at the browser. */
export const newWorld = async (world: World = {}) => {
  const authority = await startSignIn({
    scopes: permissions.map((one) => `${graphOrigin}/${one}`),
    ...world.wishes,
  });
  closers.push(authority.close);
  const fetch = fetchTrusting(authority.root);
  const states: SignInState[] = [];
  const opened: string[] = [];
  const person = { now: world.person === undefined ? { login: 'jane' } : world.person };
  const browser = signInAs(fetch);
  const visits: Promise<unknown>[] = [];
  const places: CloudPlaces = { authority: authority.url, graph: graphOrigin, protocol: 'OIDC' };
  const make = (door: Partial<SignInDoor> = {}) =>
    createSignIn({
      settings: { clientId, tenant, deviceCode: false, ...world.settings },
      places,
      ...(world.patienceMs === undefined ? {} : { patienceMs: world.patienceMs }),
      changed: (state) => states.push(state),
      door: {
        fetch,
        vault: null,
        pages: () => ({ done: 'done', failed: 'failed' }),
        broker: () => Promise.resolve(null),
        openBrowser: (address) => {
          opened.push(address);
          if (person.now) visits.push(browser(address, person.now).catch(() => null));
          return Promise.resolve(true);
        },
        ...world.door,
        ...door,
      },
    });
  return { authority, fetch, states, opened, person, browser, visits, make, signIn: make() };
};

const patienceMs = 60_000;

/** Waits for what the other side does next, in turns of the event loop; gives up loudly. */
export const until = async (holds: () => boolean, limitMs = patienceMs): Promise<void> => {
  const began = performance.now();
  while (!holds()) {
    if (performance.now() - began > limitMs) throw new Error('it never came to that');
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
};

export const untilState = async <K extends SignInState['kind']>(
  states: readonly SignInState[],
  kind: K,
): Promise<Extract<SignInState, { kind: K }>> => {
  const find = () => states.findLast((state) => state.kind === kind);
  await until(() => find() !== undefined);
  return find() as Extract<SignInState, { kind: K }>;
};
