import { z } from 'zod';
import { limits } from '../../preload/wire';

export const id = z
  .string()
  .max(64)
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/u);

/**
 * One forbidden character is searched instead of matching all allowed ones: a greedy match
 * over 64 MB exhausts the stack of the expression engine.
 */
export const base64 = z
  .string()
  .max(limits.base64Chars)
  .refine(
    (text) => text.length % 4 === 0 && !/[^A-Za-z0-9+/=]/u.test(text) && !/=[^=]|={3}/u.test(text),
  );

export const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('this-device') }),
  z.strictObject({ kind: z.literal('sample'), id }),
]);

export const languageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/u);
