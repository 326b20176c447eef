import type { Tri } from '../../preload/contract';

/** Null is "not known": it never becomes "no". */
export const tri = (value: boolean | null): Tri => {
  if (value === null) return 'unknown';
  return value ? 'yes' : 'no';
};
