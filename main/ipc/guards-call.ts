import { z } from 'zod';
import type { CallCalls } from '../../preload/contract-call';

const id = z
  .string()
  .max(64)
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/u);

const answer = z.enum(['yes', 'no', 'unknown']).nullable();

/** What a helper writes is kept as it is; how much of it is what is limited. */
export const callGuards: { readonly [K in keyof CallCalls]: z.ZodType<Parameters<CallCalls[K]>> } =
  {
    'calls.list': z.tuple([]),
    'call.begin': z.tuple([]),
    'call.write': z.tuple([id, z.string().max(120), z.string().max(8_000)]),
    'call.attach': z.tuple([id, id.nullable()]),
    'call.answer': z.tuple([id, id, answer]),
    'call.told': z.tuple([id]),
    'call.compare': z.tuple([id, id.nullable()]),
    'call.guided': z.tuple([id, id]),
    'call.end': z.tuple([id]),
  };
