import { failed, unavailable, type Reading } from '../core/reading';
import type { Facts, ProbeId } from '../core/facts/index';
import type { Snapshot } from '../core/snapshot';
import { gather, type RawReadings } from '../os/gather';
import { hostSource, whoFrom } from '../os/host';
import type { Os, RawReading, Source } from '../os/port';
import type { Probe, Raws } from '../probes/probe';

/** A probe of any kind: its facts are checked where it is declared, not where it is run. */
export type AnyProbe = { [K in ProbeId]: Probe<K> }[ProbeId];

export interface Landed {
  probe: ProbeId;
  reading: Reading<Facts[ProbeId]>;
  done: number;
  of: number;
  elapsedMs: number;
  budgetMs: number;
}

export interface InspectOptions {
  /** Only these probes; all of them when absent. */
  only?: readonly string[];
  budgetMs: number;
  signal?: AbortSignal;
  onReading?: (landed: Landed) => void;
  atOnce?: number;
}

export interface Inspection {
  snapshot: Snapshot;
  /** The undecoded bytes behind the snapshot, by source key. */
  raws: RawReadings;
  elapsedMs: number;
}

const cutOff = (reading: RawReading): boolean =>
  reading.kind === 'failed' && (reading.reason === 'cancelled' || reading.reason === 'over-budget');

/** A probe that saw nothing at all has nothing to say about why. */
const allCutOff = (raws: readonly RawReading[]): RawReading | null => {
  const [first] = raws;
  return first !== undefined && raws.every(cutOff) ? first : null;
};

const parse = (probe: AnyProbe, landed: RawReadings): Reading<Facts[ProbeId]> => {
  const missing: RawReading = unavailable('not-recorded');
  const entries = probe.reads.map(({ key }) => [key, landed.get(key) ?? missing] as const);
  const cut = allCutOff(entries.map(([, reading]) => reading));
  if (cut?.kind === 'failed') return cut;
  try {
    const raws: Raws = Object.fromEntries(entries);
    return probe.parse(raws);
  } catch (error) {
    // One probe that breaks on output nobody has seen must not take the others with it.
    return failed('crashed', error instanceof Error ? error.message : String(error));
  }
};

/** Reads what the wanted probes ask for, and gives each reading as soon as its sources are in. */
export const inspect = async (
  os: Os,
  probes: readonly AnyProbe[],
  options: InspectOptions,
): Promise<Inspection> => {
  const began = performance.now();
  const elapsed = () => Math.round(performance.now() - began);
  const wanted = probes.filter(({ id }) => options.only?.includes(id) ?? true);
  const here = wanted.filter(({ on }) => on.includes(os.platform));
  const readings = new Map<ProbeId, Reading<Facts[ProbeId]>>();
  const landed = new Map<string, RawReading>();

  const tell = (probe: AnyProbe, reading: Reading<Facts[ProbeId]>): void => {
    readings.set(probe.id, reading);
    options.onReading?.({
      probe: probe.id,
      reading,
      done: readings.size,
      of: wanted.length,
      elapsedMs: elapsed(),
      budgetMs: options.budgetMs,
    });
  };
  const tellIfReady = (probe: AnyProbe): void => {
    if (!readings.has(probe.id) && probe.reads.every(({ key }) => landed.has(key)))
      tell(probe, parse(probe, landed));
  };
  const waiting = new Map<string, AnyProbe[]>();
  for (const probe of here)
    for (const { key } of probe.reads) waiting.set(key, [...(waiting.get(key) ?? []), probe]);

  for (const probe of wanted)
    if (!here.includes(probe)) tell(probe, unavailable('other-os', os.platform));
  here.forEach(tellIfReady);

  const needed: Source[] = here.flatMap(({ reads }) => [...reads]);
  // Who looks is told by a program; a look at one thing does not pay for that.
  const raws = await gather(
    os,
    options.only === undefined && here.length > 0 ? [hostSource, ...needed] : needed,
    {
      budgetMs: options.budgetMs,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      ...(options.atOnce === undefined ? {} : { atOnce: options.atOnce }),
      onRaw: (key, reading) => {
        landed.set(key, reading);
        waiting.get(key)?.forEach(tellIfReady);
      },
    },
  );

  const snapshot: Snapshot = {
    observedAt: os.observedAt?.getTime() ?? null,
    origin: os.kind === 'live' ? 'this-device' : 'capture',
    platform: os.platform,
    who: whoFrom(raws.get(hostSource.key)),
    // In the order of the list, whatever landed first: two looks at one device read alike.
    readings: Object.fromEntries(
      wanted.flatMap(({ id }) => {
        const reading = readings.get(id);
        return reading === undefined ? [] : [[id, reading]];
      }),
    ),
  };
  return { snapshot, raws, elapsedMs: elapsed() };
};
