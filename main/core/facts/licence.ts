import type { Tri } from '../reading';

export type LicenceState =
  | 'unlicensed'
  | 'licensed'
  | 'first-grace'
  | 'tolerance-grace'
  | 'non-genuine-grace'
  | 'notification'
  | 'extended-grace'
  | 'unknown';

export interface Licence {
  activated: Tri;
  products: {
    name: string;
    state: LicenceState;
    reason: string | null;
    graceMinutes: number | null;
    partialKey: string | null;
  }[];
}

/** By probe id. */
export interface LicenceFacts {
  licence: Licence;
}
