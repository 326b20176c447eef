import { z } from 'zod';
import type { CloudCalls } from '../../preload/contract-cloud';

/** Of the service or of ours; only what main showed before is ever found by it. */
const handle = z
  .string()
  .max(256)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._=-]*$/u);
const actionId = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z-]*$/u);
const optionName = z
  .string()
  .max(64)
  .regex(/^[A-Za-z]+$/u);
const options = z
  .record(optionName, z.union([z.string().max(256), z.boolean()]))
  .refine((chosen) => Object.keys(chosen).length <= 8);
/** A name or a number of a label, as a person types it; what it is put into escapes it. */
const typed = z
  .string()
  .min(1)
  .max(256)
  // eslint-disable-next-line no-control-regex -- control characters are what is being refused
  .regex(/^[^\u0000-\u001f\u007f]+$/u);

/** Five thousand numbers of a label, with everything else a table has in its rows. */
const listChars = 2 * 1024 * 1024;

const bulkWish = z.strictObject({
  action: actionId,
  options,
  list: z.string().max(listChars),
  dryRun: z.boolean(),
  confirmedCount: z.int().min(0).max(100_000).nullable(),
});

export const cloudGuards: {
  readonly [K in keyof CloudCalls]: z.ZodType<Parameters<CloudCalls[K]>>;
} = {
  'cloud.state': z.tuple([]),
  'cloud.sign-in': z.tuple([z.enum(['browser', 'device-code'])]),
  'cloud.confirm': z.tuple([]),
  'cloud.cancel': z.tuple([]),
  'cloud.sign-out': z.tuple([]),
  'cloud.look': z.tuple([handle]),
  'cloud.mine': z.tuple([handle.nullable()]),
  'cloud.find': z.tuple([z.enum(['serial', 'name', 'user']), typed]),
  'cloud.device': z.tuple([handle]),
  'cloud.keys': z.tuple([handle]),
  'cloud.foresee': z.tuple([handle, actionId, options]),
  'cloud.act': z.tuple([handle, actionId, options, z.string().max(256).nullable()]),
  'cloud.actions': z.tuple([]),
  'cloud.follow': z.tuple([handle]),
  'cloud.set-aside': z.tuple([handle]),
  'cloud.secret': z.tuple([z.enum(['recovery-key', 'laps']), handle]),
  'cloud.secret-copy': z.tuple([handle]),
  'cloud.secret-forget': z.tuple([handle]),
  'cloud.bulk-start': z.tuple([bulkWish]),
  'cloud.bulk-resume': z.tuple([]),
  'cloud.bulk-stop': z.tuple([]),
  'cloud.bulk-state': z.tuple([]),
  'cloud.bulk-save': z.tuple([]),
};
