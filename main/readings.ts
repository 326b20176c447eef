import type { ReadingView } from '../preload/contract';
import type { ProbeId } from './core/facts/index';
import type { Reading } from './core/reading';
import type { Snapshot } from './core/snapshot';
import { flatten } from './core/flatten';
import type { RawReadings } from './os/gather';
import type { Rights } from './os/port';
import { rooms } from './probes/index';
import type { AnyProbe } from './probes/probe';

const placed: readonly { room: string; probe: AnyProbe }[] = Object.entries(rooms).flatMap(
  ([room, probes]) => probes.map((probe: AnyProbe) => ({ room, probe })),
);

const order: readonly Rights[] = ['user', 'admin', 'system'];

const mostRights = ({ reads }: AnyProbe): Rights =>
  order.findLast((rights) => reads.some((source) => source.rights === rights)) ?? 'user';

const shown = ({ reads }: AnyProbe, raws: RawReadings): string[] => [
  ...new Set(reads.map(({ key }) => key).filter((key) => raws.get(key)?.kind === 'ok')),
];

/** By probe, its sources whose raw text is there. */
export const sourcesOf = (raws: RawReadings): Record<string, string[]> =>
  Object.fromEntries(
    placed
      .map(({ probe }) => [probe.id, shown(probe, raws)] as const)
      .filter(([, sources]) => sources.length > 0),
  );

const contentOf = (reading: Reading<unknown>) => {
  if (reading.kind === 'ok')
    return { kind: reading.kind, why: null, detail: null, ...flatten(reading.value) };
  const why = reading.kind === 'unavailable' ? reading.why : reading.reason;
  return { kind: reading.kind, why, detail: reading.detail ?? null, facts: [], cut: false };
};

type About = Pick<ReadingView, 'room' | 'sources' | 'rights'>;
const rowOf = (probe: ProbeId, { readings }: Snapshot, about: About): ReadingView[] => {
  const reading: Reading<unknown> | undefined = readings[probe];
  return reading ? [{ probe, ...about, ...contentOf(reading) }] : [];
};

/** Read with a sign-in, and from no source of this device. */
const fromCloud = ['cloud-device', 'cloud-management', 'cloud-autopilot'] as const;

/** Every reading of a snapshot as flat rows. Probes that were not asked have no row: they are no gap. */
export const readingsOf = (snapshot: Snapshot, raws: RawReadings): ReadingView[] => [
  ...placed.flatMap(({ room, probe }) =>
    rowOf(probe.id, snapshot, { room, sources: shown(probe, raws), rights: mostRights(probe) }),
  ),
  ...fromCloud.flatMap((id) => rowOf(id, snapshot, { room: 'cloud', sources: [], rights: 'user' })),
];
