import type { Facts, ProbeId } from './facts/index';
import type { Organisation } from './organisation';
import type { Reading } from './reading';

/** As whom the readings were made. Null means not known, never "no". */
export interface Who {
  user: string | null;
  domain: string | null;
  computer: string | null;
  sid: string | null;
  elevated: boolean | null;
  system: boolean | null;
}

/** All readings of one look at one device, and who looked. */
export interface Snapshot {
  /** UTC milliseconds; null when pasted text does not tell. */
  observedAt: number | null;
  origin: 'this-device' | 'capture' | 'text';
  platform: string;
  /** Absent or null where nothing tells, as in pasted text. */
  who?: Who | null;
  /** Whose device it is, where a file of theirs says so: what it is meant to be. */
  organisation?: Organisation | null;
  readings: { [K in ProbeId]?: Reading<Facts[K]> };
}

/** The value of a reading, or null: the only way a rule looks at evidence. */
export const valueOf = <K extends ProbeId>(snapshot: Snapshot, id: K): Facts[K] | null => {
  const reading: Reading<Facts[K]> | undefined = snapshot.readings[id];
  return reading?.kind === 'ok' ? reading.value : null;
};
