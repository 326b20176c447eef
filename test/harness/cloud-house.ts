import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Vault } from '../../main/cloud/sign-in/cache';
import type { CloudDoor } from '../../main/cloud/seat/sign';
import { calls } from '../../main/cloud/graph/calls';
import { createEvents, type Events } from '../../main/ipc/events';
import { createHouse } from '../../main/app';
import type { House } from '../../main/house';
import type { HouseOptions } from '../../main/house-options';
import { loadOrganisation } from '../../main/organisation/load';
import { startGraph, type GraphServer, type Store } from './graph/index';
import { authority as newRoots } from './net/authority';
import { fetchTrusting } from './sign-in/fetch';
import { clientId, startSignIn, tenant, type SignInAuthority } from './sign-in/index';

export interface CloudHouseWishes {
  store?: Partial<Store>;
  /** Null: an organisation that set nothing up; else what it wrote under `signIn`. */
  signIn?: Record<string, unknown> | null;
  /** What the person's browser does; false where there is none. */
  openBrowser(address: string): Promise<boolean>;
  patienceMs?: number;
  /** Where a sign-in is kept, given the folder of this user; in memory without it. */
  vault?(home: string): Vault | null;
  house?: Partial<HouseOptions>;
}

export interface CloudHouse {
  house: House;
  events: Events;
  home: string;
  authority: SignInAuthority;
  graph: GraphServer;
  /** Everything secret the authority handed out. */
  secrets: string[];
  /** The network of the door; true makes every question fail. */
  offline(is: boolean): void;
  stop(): Promise<void>;
}

/** The whole product without a door, with a real authority and a checking Graph in place of the clouds. */
export const startCloudHouse = async (wishes: CloudHouseWishes): Promise<CloudHouse> => {
  const home = await mkdtemp(join(tmpdir(), 'fieldkit-cloud-'));
  const roots = newRoots('Test');
  const holder = { origin: '', offline: false };
  const graph = await startGraph({
    roots,
    scopesOf: async (token) => {
      const found = await authority.provider.AccessToken.find(token);
      return found ? [...found.scopes].map((one) => one.replace(`${holder.origin}/`, '')) : null;
    },
    ...(wishes.store ? { store: wishes.store } : {}),
  });
  holder.origin = graph.url;
  const permissions = [...new Set(Object.values(calls).flatMap((call) => call.permissions))];
  const authority = await startSignIn({
    roots,
    scopes: permissions.map((one) => `${graph.url}/${one}`),
  });
  const file = join(home, 'organisation.json');
  const signIn = wishes.signIn === null ? {} : { signIn: { clientId, tenant, ...wishes.signIn } };
  await writeFile(file, JSON.stringify({ schema: 1, name: 'Contoso', ...signIn }));
  const settingsPath = join(home, 'settings.json');
  await writeFile(settingsPath, JSON.stringify({ welcomed: true }));
  const fetch = fetchTrusting(roots.root);
  const secrets: string[] = [];
  const cloud: Partial<CloudDoor> = {
    broker: () => Promise.resolve(null),
    places: () => ({ authority: authority.url, graph: graph.url, protocol: 'OIDC' }),
    openBrowser: wishes.openBrowser,
    vault: wishes.vault?.(home) ?? null,
    ...(wishes.patienceMs === undefined ? {} : { patienceMs: wishes.patienceMs }),
    fetch: async (url, init) => {
      if (holder.offline) throw new TypeError('fetch failed', { cause: new Error('ENETUNREACH') });
      const answer = await fetch(url, init);
      const text = await answer.text();
      for (const [, token = ''] of text.matchAll(/"(?:access|refresh|id)_token":"([^"]+)"/g))
        secrets.push(token);
      return { ...answer, text: () => Promise.resolve(text) };
    },
  };
  const events = createEvents();
  const house = createHouse({
    door: 'browser',
    tell: events.tell,
    openLink: () => Promise.resolve({ ok: false, code: 'cannot-open' }),
    organisation: loadOrganisation([{ from: 'beside', path: file }]),
    settingsPath,
    save: async (name, bytes) => {
      await writeFile(join(home, name), bytes);
      return { ok: true, value: { name, where: join(home, name) } };
    },
    cloud,
    ...wishes.house,
  });
  return {
    house,
    events,
    home,
    authority,
    graph,
    secrets,
    offline: (is) => {
      holder.offline = is;
    },
    stop: async () => {
      await graph.close();
      await authority.close();
      await rm(home, { recursive: true, force: true });
    },
  };
};
