import { z } from 'zod';
import { whyShape } from '../capture/manifest';

/** What happens to the bytes of one source; texts may hold the marks of `change.ts`. */
const change = z.union([
  /** The whole content anew. */
  z.strictObject({ text: z.string() }),
  z.strictObject({ json: z.array(z.record(z.string(), z.unknown())) }),
  /** More at the end. */
  z.strictObject({ append: z.string() }),
  /** Properties of those rows of a CIM answer that fit; a new row when `add` and none does. */
  z.strictObject({
    rows: z.array(
      z.strictObject({
        where: z.record(z.string(), z.unknown()).default({}),
        set: z.record(z.string(), z.unknown()),
        add: z.boolean().default(false),
      }),
    ),
  }),
  /** Lines of the form `Label : value`: taken out first, then set; new ones follow the first that is there. */
  z.strictObject({
    lines: z.strictObject({
      set: z.record(z.string(), z.string()).default({}),
      drop: z.array(z.string()).default([]),
      /** Boxes by how their titles begin, with all that stands under them. */
      without: z.array(z.string()).default([]),
    }),
  }),
  z.strictObject({ unavailable: whyShape }),
]);
export type Change = z.infer<typeof change>;

const changes = z.record(z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/), change);
export type Changes = z.infer<typeof changes>;

const act = z.strictObject({
  exitCode: z.int().default(0),
  /** What the program prints, where that matters. */
  output: z.string().default(''),
  changes: changes.default({}),
});

/** What may happen to a device between two looks without an act of ours. */
export const happenings = ['restart', 'sign-out', 'person', 'time'] as const;
export type HappeningKind = (typeof happenings)[number];

/** How a recorded device behaves when it is practised on. */
export const planShape = z.strictObject({
  schema: z.literal(1),
  /** For sources the recording does not have: nobody asked for them when it was made. */
  start: changes.default({}),
  /** Before anything happens, for sources it does have. */
  prepare: changes.default({}),
  /** By the key of the act. An act that is not here runs and changes nothing. */
  acts: z.record(z.string(), act).default({}),
  happenings: z.partialRecord(z.enum(happenings), changes).default({}),
});
export type Plan = z.infer<typeof planShape>;

/** The first plan is for all devices, the others know one device better. */
export const joinPlans = (common: Plan, own: Plan | null): Plan => ({
  schema: 1,
  start: { ...common.start, ...own?.start },
  prepare: { ...common.prepare, ...own?.prepare },
  acts: { ...common.acts, ...own?.acts },
  happenings: { ...common.happenings, ...own?.happenings },
});
