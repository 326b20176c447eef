import { z } from 'zod';
import type { Failure, Unavailable } from '../../core/reading';

/** Raised when an older release could misread a capture; more keys alone do not raise it. */
export const captureSchema = 1;
export const manifestName = 'capture.json';

// A value added to core stops the build here, because the published schema then needs it too.
const whys: Record<Unavailable, true> = {
  'other-os': true,
  'needs-admin': true,
  'needs-system': true,
  'tool-missing': true,
  absent: true,
  denied: true,
  declined: true,
  'blocked-by-policy': true,
  'not-recorded': true,
  'not-in-this-output': true,
  'not-signed-in': true,
  'no-rights-there': true,
};
const reasons: Record<Failure, true> = {
  'timed-out': true,
  cancelled: true,
  'over-budget': true,
  'too-large': true,
  'not-understood': true,
  'could-not-start': true,
  'no-answer': true,
  crashed: true,
};
const namesOf = <K extends string>(table: Record<K, true>) => Object.keys(table) as [K, ...K[]];

export const whyShape = z.enum(namesOf(whys));
export const reasonShape = z.enum(namesOf(reasons));

const segment = '[A-Za-z0-9][A-Za-z0-9._-]{0,99}';
const fileName = z
  .string()
  .regex(new RegExp(`^${segment}(/${segment}){0,3}$`))
  .describe(
    'Path inside the capture, with forward slashes. The bytes are as the source gave them.',
  );
const ms = z.number().min(0).describe('How long the source took, in milliseconds.');
const detail = z.string().max(2_000).optional();

const entry = z.discriminatedUnion('outcome', [
  z.looseObject({
    outcome: z.literal('ok'),
    file: fileName,
    ms,
    exitCode: z.int().nullable().describe('Null for a source that is not a program.'),
  }),
  z.looseObject({
    outcome: z.literal('unavailable'),
    why: whyShape,
    detail,
    ms: ms.optional(),
  }),
  z.looseObject({
    outcome: z.literal('failed'),
    reason: reasonShape,
    detail,
    ms: ms.optional(),
  }),
]);

const who = z
  .looseObject({
    user: z.string().nullable().optional(),
    domain: z.string().nullable().optional(),
    computer: z.string().nullable().optional(),
    elevated: z.boolean().nullable().optional(),
    system: z.boolean().nullable().optional(),
  })
  .describe('Who made the capture. Null where it was not known.');

export const manifestShape = z
  .looseObject({
    schema: z.literal(captureSchema),
    tool: z.literal('fieldkit'),
    version: z.string().max(100).optional().describe('Release that made the capture.'),
    madeAt: z.iso.datetime({ offset: true }).describe('When the readings were made.'),
    platform: z.enum([
      'aix',
      'android',
      'cygwin',
      'darwin',
      'freebsd',
      'haiku',
      'linux',
      'netbsd',
      'openbsd',
      'sunos',
      'win32',
    ]),
    who: who.optional(),
    redacted: z.boolean().optional().describe('True when names were masked before it was written.'),
    masked: z
      .array(z.enum(['names', 'ids', 'addresses', 'secrets']))
      .max(4)
      .optional()
      .describe('Which groups of values were masked, where its maker says so.'),
    sources: z.record(z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/), entry),
  })
  .meta({ title: 'Fieldkit capture', description: 'Index of the raw bytes of every source.' });

export type Manifest = z.infer<typeof manifestShape>;
export type ManifestEntry = z.infer<typeof entry>;
export type Who = z.infer<typeof who>;

/** A capture in memory: its index, and the raw bytes of its files by name. */
export interface Capture {
  manifest: Manifest;
  files: ReadonlyMap<string, Uint8Array>;
}
