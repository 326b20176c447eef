import type { Owner } from '../core/finding';
import type { Seat } from '../core/seat';
import type { Snapshot } from '../core/snapshot';
import type { Guide } from './guide';

export interface Fitting {
  fit: 'yes' | 'unsure' | 'refused';
  reason: string | null;
  handOver: Owner | null;
}

/** Whether this guide may be begun from this seat on this device. Without a look nobody can be sure. */
export const fitting = (guide: Guide, seat: Seat, snapshot: Snapshot | null): Fitting => {
  if (!guide.seats.includes(seat))
    return { fit: 'refused', reason: 'other-seat', handOver: 'technician' };
  const fit = snapshot === null ? 'unsure' : guide.fits(snapshot);
  return typeof fit === 'object'
    ? { fit: 'refused', reason: fit.refused, handOver: fit.handOver }
    : { fit, reason: null, handOver: null };
};
