import { z } from 'zod';
import { failed, ok, unavailable } from '../../core/reading';
import { reasonShape, whyShape } from '../capture/manifest';
import type { RawReadings } from '../gather';
import type { RawReading } from '../port';

/** Raw readings on their way from the elevated side, as plain JSON. */
const detail = z.string().max(2_000).optional();
const readingShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ok'),
    bytes: z.base64(),
    exitCode: z.int().nullable(),
    ms: z.number().min(0),
  }),
  z.strictObject({ kind: z.literal('unavailable'), why: whyShape, detail }),
  z.strictObject({ kind: z.literal('failed'), reason: reasonShape, detail }),
]);
type Told = z.infer<typeof readingShape>;
const readingsShape = z.record(z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/), readingShape);

const about = (text: string | undefined) =>
  text === undefined ? {} : { detail: text.slice(0, 2_000) };

const tell = (reading: RawReading): Told => {
  switch (reading.kind) {
    case 'ok': {
      const { bytes, exitCode, ms } = reading.value;
      return { kind: 'ok', bytes: Buffer.from(bytes).toString('base64'), exitCode, ms };
    }
    case 'unavailable':
      return { kind: 'unavailable', why: reading.why, ...about(reading.detail) };
    case 'failed':
      return { kind: 'failed', reason: reading.reason, ...about(reading.detail) };
  }
};

const understand = (told: Told): RawReading => {
  switch (told.kind) {
    case 'ok': {
      const { bytes, exitCode, ms } = told;
      return ok({ bytes: new Uint8Array(Buffer.from(bytes, 'base64')), exitCode, ms });
    }
    case 'unavailable':
      return unavailable(told.why, told.detail);
    case 'failed':
      return failed(told.reason, told.detail);
  }
};

export const toTold = (raws: RawReadings): Record<string, Told> =>
  Object.fromEntries([...raws].map(([key, reading]) => [key, tell(reading)]));

/** Null unless it answers exactly what was asked: one strange row spoils the whole. */
export const fromTold = (value: unknown, asked: readonly string[]): RawReadings | null => {
  const told = readingsShape.safeParse(value).data;
  if (told === undefined) return null;
  const keys = Object.keys(told);
  if (keys.length !== new Set(asked).size || !keys.every((key) => asked.includes(key))) return null;
  return new Map(Object.entries(told).map(([key, reading]) => [key, understand(reading)]));
};
