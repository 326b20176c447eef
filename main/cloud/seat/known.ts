import type { Foreknown } from '../../core/foresee';
import type { ActionTarget } from '../actions/records';
import type { TargetKind } from '../actions/table';

/** A thing the service showed us: only such a thing can be acted on, and by its handle alone. */
export interface KnownThing {
  kind: TargetKind | 'device';
  target: ActionTarget;
  /** Of the directory, for keys and passwords; null where it is not known. */
  deviceId: string | null;
  known: Foreknown;
}

export const nothingKnown: Foreknown = {
  joinType: null,
  autopilot: null,
  keys: null,
  encrypted: null,
  lastSyncAt: null,
  cloudPc: false,
  managed: null,
};

/** A list of a large department; what was seen longest ago goes first. */
const mostThings = 2_000;

export interface KnownThings {
  find(id: string): KnownThing | null;
  keep(id: string, thing: KnownThing): void;
  forget(): void;
}

export const createKnown = (): KnownThings => {
  const things = new Map<string, KnownThing>();
  return {
    find: (id) => things.get(id) ?? null,
    keep: (id, thing) => {
      things.delete(id);
      things.set(id, thing);
      const [oldest] = things.keys();
      if (things.size > mostThings && oldest !== undefined) things.delete(oldest);
    },
    forget: () => {
      things.clear();
    },
  };
};
