import { setTimeout as sleep } from 'node:timers/promises';
import { failed, ok, unavailable } from '../core/reading';
import type { Capture, ManifestEntry } from './capture/manifest';
import type { Os, RawReading } from './port';

export interface ReplayOptions {
  /** Waits as long as the source took when it was recorded. */
  delays?: boolean;
}

const toReading = (capture: Capture, entry: ManifestEntry): RawReading => {
  switch (entry.outcome) {
    case 'ok': {
      const bytes = capture.files.get(entry.file);
      if (bytes === undefined) return unavailable('not-recorded', entry.file);
      return ok({ bytes, exitCode: entry.exitCode, ms: entry.ms });
    }
    case 'unavailable':
      return unavailable(entry.why, entry.detail);
    case 'failed':
      return failed(entry.reason, entry.detail);
  }
};

/** A recorded machine: gives the very bytes it gave, and says so where it was never asked. */
export const createReplay = (capture: Capture, options: ReplayOptions = {}): Os => {
  const { manifest } = capture;
  const made = new Date(manifest.madeAt);
  return {
    kind: 'replay',
    platform: manifest.platform,
    observedAt: Number.isNaN(made.getTime()) ? null : made,
    async read({ key }, { signal } = {}) {
      if (signal?.aborted === true) return failed('cancelled');
      // Own keys only: a source may be called `constructor`.
      if (!Object.hasOwn(manifest.sources, key)) return unavailable('not-recorded');
      const entry = manifest.sources[key] as ManifestEntry;
      try {
        if (options.delays === true)
          await sleep(entry.ms ?? 0, undefined, signal === undefined ? {} : { signal });
      } catch {
        return failed('cancelled');
      }
      return toReading(capture, entry);
    },
    act: () => Promise.resolve(unavailable('not-recorded')),
  };
};
