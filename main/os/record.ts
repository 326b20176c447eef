import { captureSchema, type Capture, type ManifestEntry, type Who } from './capture/manifest';
import { objectionTo, writeCapture, type WriteOptions, type WriteRefusal } from './capture/write';
import { hostSource, whoFrom } from './host';
import { dropDoubles, gather, type GatherOptions, type RawReadings } from './gather';
import type { Os, RawReading, Source } from './port';
import { refused, type Result } from './result';

export interface RecordOptions extends WriteOptions, GatherOptions {
  /** Release that records. */
  version?: string;
  /** Last word on what leaves the device, between reading and writing. */
  prepare?: (capture: Capture) => Capture;
}

export interface Recorded {
  path: string;
  sources: number;
  /** How many of them gave bytes. */
  read: number;
}

const toEntry = (key: string, reading: RawReading): ManifestEntry => {
  switch (reading.kind) {
    case 'ok':
      return {
        outcome: 'ok',
        file: `${key}.txt`,
        ms: reading.value.ms,
        exitCode: reading.value.exitCode,
      };
    case 'unavailable':
      return { outcome: 'unavailable', why: reading.why, ...shortDetail(reading.detail) };
    case 'failed':
      return { outcome: 'failed', reason: reading.reason, ...shortDetail(reading.detail) };
  }
};

const shortDetail = (detail: string | undefined) =>
  detail === undefined ? {} : { detail: detail.slice(0, 2_000) };

/** The capture of readings already taken, for example those behind an inspection. */
export const toCapture = (
  os: { observedAt: Date | null; platform: string },
  raws: RawReadings,
  about: { version?: string; who?: Who } = {},
): Capture => {
  const files = new Map<string, Uint8Array>();
  const sources: Record<string, ManifestEntry> = {};
  for (const [key, reading] of raws) {
    const entry = toEntry(key, reading);
    sources[key] = entry;
    if (reading.kind === 'ok' && entry.outcome === 'ok') files.set(entry.file, reading.value.bytes);
  }
  return {
    files,
    manifest: {
      schema: captureSchema,
      tool: 'fieldkit',
      ...about,
      madeAt: (os.observedAt ?? new Date()).toISOString(),
      platform: os.platform as Capture['manifest']['platform'],
      sources,
    },
  };
};

/** Reads all sources and writes them as a capture: a folder, or an archive by the target's name. */
export const record = async (
  os: Os,
  sources: readonly Source[],
  out: string,
  options: RecordOptions,
): Promise<Result<Recorded, WriteRefusal>> => {
  const objection = await objectionTo(out, options.force);
  if (objection !== null) return refused(objection);
  const raws = await gather(os, dropDoubles([hostSource, ...sources]), options);
  const { version, prepare = (capture) => capture } = options;
  const who = whoFrom(raws.get(hostSource.key));
  const asked = [...raws].filter(([key]) => key !== hostSource.key);
  const capture = toCapture(os, raws, {
    ...(version === undefined ? {} : { version }),
    ...(who === null ? {} : { who: { ...who } }),
  });
  // Refuses when cancelled: a capture of an interrupted look would pass for a whole one.
  const written = await writeCapture(prepare(capture), out, options);
  if (!written.ok) return written;
  return {
    ok: true,
    value: {
      path: written.value,
      sources: asked.length,
      read: asked.filter(([, reading]) => reading.kind === 'ok').length,
    },
  };
};
