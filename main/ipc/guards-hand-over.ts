import { z } from 'zod';
import type { HandOverCalls, HandOverForm, OpenGroup } from '../../preload/contract-hand-over';
import type { SendingCalls, SendWay } from '../../preload/contract-sending';

type OwnCalls = HandOverCalls & SendingCalls;

const id = z
  .string()
  .max(64)
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/u);

const languageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/u);

const handOverOptions = z.strictObject({
  language: languageTag.nullable(),
  open: z.array(z.enum(['names', 'ids', 'addresses'] satisfies OpenGroup[])).max(3),
  sources: z.array(id).max(400),
  note: z.string().max(4_000),
  call: id.nullable(),
});

const form = z.enum(['text', 'html', 'json', 'bundle'] satisfies HandOverForm[]);
/** A way, never a place: where it leads stands in the organisation's file alone. */
const way = z.enum(['folder', 'put'] satisfies SendWay[]);

export const handOverGuards: {
  readonly [K in keyof OwnCalls]: z.ZodType<Parameters<OwnCalls[K]>>;
} = {
  'hand-over.preview': z.tuple([id, handOverOptions]),
  'hand-over.save': z.tuple([id, form, handOverOptions]),
  'hand-over.copy': z.tuple([id, handOverOptions]),
  'hand-over.ways': z.tuple([]),
  'hand-over.mail': z.tuple([id, handOverOptions]),
  'hand-over.pdf': z.tuple([id, handOverOptions]),
  'hand-over.send': z.tuple([id, form, way, handOverOptions]),
  'outbox.list': z.tuple([]),
  'outbox.send': z.tuple([id]),
  'outbox.drop': z.tuple([id]),
};
