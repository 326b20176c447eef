import { join } from 'node:path';
import type {
  BulkView,
  BulkWish,
  CloudActionView,
  CloudAnswer,
  CloudFindBy,
  CloudOptions,
  CloudSignView,
} from '../../../preload/contract-cloud';
import type { SignInSetting } from '../../core/organisation';
import type { Graph } from '../graph/client';
import { act, actionView, follow, foreseeAction, setAside } from './actions';
import { problem } from './answer';
import { createBulkSeat } from './bulk';
import { shareJournal } from './journal';
import { createKnown } from './known';
import { findDevices, keysOf, lookAtDevice, lookAtMine } from './looks';
import { createSecrets, type SecretKind } from './secrets';
import { createSign, type CloudDoor } from './sign';

export interface CloudSeatOptions {
  settings(): Promise<SignInSetting | null>;
  door: CloudDoor;
  /** What is written down about actions and runs. */
  folder: string;
  copy(text: string): Promise<boolean>;
  changed(sign: CloudSignView): void;
  bulkTold(view: BulkView): void;
  now?: () => number;
}

/** Everything a person can see and do with a sign-in; every door offers the same. */
export const createCloudSeat = (options: CloudSeatOptions) => {
  const { settings, door, folder, copy, changed, bulkTold, now = Date.now } = options;
  const things = createKnown();
  const journal = shareJournal(join(folder, 'actions.jsonl'));
  const secrets = createSecrets(things, copy);
  const bulk = createBulkSeat({ folder, journal, told: bulkTold, now });
  const sign = createSign({
    settings,
    door,
    changed,
    left: () => {
      things.forget();
      secrets.forgetAll();
      bulk.stop();
    },
  });

  const asked = async <T>(
    work: (graph: Graph) => Promise<CloudAnswer<T>>,
  ): Promise<CloudAnswer<T>> => {
    const session = await sign.session();
    return session === null ? sign.notSetUp() : work(session.graph);
  };

  return {
    sign,
    /** For the readings of a look; null where nothing is set up. */
    graph: async (): Promise<Graph | null> => (await sign.session())?.graph ?? null,
    mine: (here: string | null) =>
      asked(async (graph) => ({ ok: true, value: await lookAtMine(graph, things, here) })),
    find: (by: CloudFindBy, text: string) => asked((graph) => findDevices(graph, things, by, text)),
    device: (id: string) =>
      asked((graph) =>
        things.find(id)?.kind === 'managed'
          ? lookAtDevice(graph, things, id)
          : Promise.resolve(problem('gone')),
      ),
    keys: (id: string) =>
      asked((graph) => {
        const thing = things.find(id);
        return thing === null
          ? Promise.resolve(problem('gone'))
          : keysOf(graph, things, thing.deviceId);
      }),
    foresee: (thing: string, action: string, chosen: CloudOptions) =>
      foreseeAction(things, thing, action, chosen, now()),
    act: (thing: string, action: string, chosen: CloudOptions, typed: string | null) =>
      asked((graph) => act({ graph, things, journal, now }, thing, action, chosen, typed)),
    actions: async (): Promise<CloudActionView[]> =>
      (await journal.use((open) => Promise.resolve(open.records().map(actionView))))?.reverse() ??
      [],
    follow: (run: string) => asked((graph) => follow(graph, journal, run)),
    setAside: (run: string) => setAside(journal, run, now()),
    secret: (kind: SecretKind, of: string) => asked((graph) => secrets.show(graph, kind, of)),
    copySecret: secrets.copy,
    forgetSecret: secrets.forget,
    bulkStart: (wish: BulkWish) => asked((graph) => bulk.start(graph, wish)),
    bulkResume: () => asked((graph) => bulk.resume(graph)),
    bulk,
  };
};
