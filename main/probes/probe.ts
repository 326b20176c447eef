import type { Facts, ProbeId } from '../core/facts/index';
import type { Reading } from '../core/reading';
import type { RawReading, Source } from '../os/port';

/** The raw readings a probe asked for, by source key. Every declared key is present. */
export type Raws = Readonly<Record<string, RawReading>>;

/**
 * One source of truth about the device: what it reads (data) and how that is understood (pure).
 * It runs nothing itself.
 */
export interface Probe<K extends ProbeId = ProbeId> {
  id: K;
  on: readonly NodeJS.Platform[];
  reads: readonly Source[];
  /** Left out of the ordinary check: what it reads is sensitive or slow, and somebody must ask for it. */
  onRequest?: true;
  parse(raws: Raws): Reading<Facts[K]>;
}

/** A probe of any kind, for lists. */
export type AnyProbe = { [K in ProbeId]: Probe<K> }[ProbeId];
