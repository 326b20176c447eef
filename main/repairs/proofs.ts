import { triOf, type Tri } from '../core/reading';
import type { Proof } from './repair';

export const proofOf = (tri: Tri): Proof =>
  tri === 'yes' ? 'verified' : tri === 'no' ? 'not-verified' : 'unknown';

/**
 * A time of the device that has moved on, compared with the device's own earlier word: our clock, or a
 * clock that jumps, has no part in it. Nothing before and something after is newer.
 */
export const newer = (after: number | null | undefined, before: number | null | undefined): Tri =>
  after === undefined ? 'unknown' : triOf(after !== null && after > (before ?? -Infinity));
