import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits, in letters that survive an address and a cookie unescaped. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares digests, so that neither the first wrong letter nor the length shows in the time taken. */
export const sameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(digest(one), digest(other));
