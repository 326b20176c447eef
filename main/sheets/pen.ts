import { randomUUID } from 'node:crypto';
import type { Pen } from '../core/batch/edit';

const idLength = 18;

/** Who writes, at one moment; every entry gets an id that is used once in the world. */
export const penOf = (by: string, at: number): Pen => ({
  by: by.trim(),
  at,
  id: () => randomUUID().slice(0, idLength),
});
