import { ok } from '../../core/reading';
import type { Reading } from '../../core/reading';

export const map = <A, B>(reading: Reading<A>, to: (value: A) => B): Reading<B> =>
  reading.kind === 'ok' ? ok(to(reading.value)) : reading;

/** A second witness may be missing; the first one's word stands without it. */
export const valueOr = <A, B>(reading: Reading<A>, otherwise: B): A | B =>
  reading.kind === 'ok' ? reading.value : otherwise;
