import type { ClockSync } from './facts/time';
import type { Tri } from './reading';

/** What Kerberos forgives. */
export const fiveMinutes = 300;

/** Whether the clock follows its server and stands near it; a server that is asked and not followed is no help. */
export const clockStands = ({ synchronised, offsetSeconds }: ClockSync): Tri =>
  synchronised === 'yes' && Math.abs(offsetSeconds ?? 0) > fiveMinutes ? 'no' : synchronised;
