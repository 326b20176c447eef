import { z } from 'zod';
import { outcomeKinds, whys, type RepairOutcome } from './repair';

const text = z.string().max(2_000);

const shape = z.strictObject({
  repair: z.string().regex(/^[a-z0-9-]{1,64}$/),
  kind: z.enum(outcomeKinds),
  why: z.enum(whys).nullable(),
  need: z
    .string()
    .regex(/^[a-z0-9-]{1,64}$/)
    .nullable(),
  code: z.string().max(200).nullable(),
  started: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z0-9-]{1,64}$/),
        line: z.string().max(8_000),
        exitCode: z.number().nullable(),
        ms: z.number().min(0).nullable(),
      }),
    )
    .max(32),
  saved: text.nullable(),
});

/** An outcome that came over a border; null for anything that is not exactly one. */
export const outcomeFrom = (value: unknown): RepairOutcome | null =>
  shape.safeParse(value).data ?? null;
