import type { AppInfo } from '../preload/contract';
import { closedWire, openWire, type Wire } from './network/wire';
import type { LoadedOrganisation } from './organisation/load';
import { notSent, type Sender } from './sending/job';

/** Who wants nobody to be contacted. */
export type OfflineBecause = NonNullable<AppInfo['offline']> | 'setting';

export interface OfflineOptions {
  /** It was started with `--offline`. */
  asked: boolean;
  organisation(): Promise<LoadedOrganisation>;
  setting(): Promise<boolean>;
}

export interface Offline {
  because(): Promise<OfflineBecause | null>;
  /** The one way out as it is at this moment: closed, or open. */
  wire(): Promise<Wire>;
  /** A way of sending that keeps what it is given while nobody may be contacted. */
  held(sender: Sender): Sender;
  /** Anything else that goes out: it fails as it does without a network. */
  guarded<Asked extends unknown[], Answer>(
    go: (...asked: Asked) => Promise<Answer>,
  ): (...asked: Asked) => Promise<Answer>;
}

/** One switch for all that leaves this PC. Asked anew each time: a setting holds at once. */
export const createOffline = ({ asked, organisation, setting }: OfflineOptions): Offline => {
  const because = async (): Promise<OfflineBecause | null> => {
    if (asked) return 'start';
    const { organisation: found, closed } = await organisation();
    // A file of the machine that cannot be understood may have closed the network.
    if (closed || found?.network === 'off') return 'organisation';
    return (await setting()) ? 'setting' : null;
  };
  return {
    because,
    wire: async () => ((await because()) === null ? openWire : closedWire),
    held: (sender) => async (job) =>
      (await because()) === null ? sender(job) : notSent('stays-offline'),
    guarded:
      (go) =>
      async (...given) => {
        if ((await because()) === null) return go(...given);
        throw Object.assign(new Error('offline'), { code: 'ENETDOWN' });
      },
  };
};
