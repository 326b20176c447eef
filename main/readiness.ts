import type { HelpDeskView, ReadinessView, ResetKindView } from '../preload/contract-readiness';
import type { Organisation } from './core/organisation';
import {
  gentlest,
  readinessOf,
  readinessProbes,
  type KindReadiness,
} from './core/readiness/readiness';
import { returnSheet } from './core/readiness/sheet';
import type { Snapshot } from './core/snapshot';
import { inspect } from './inspector/inspect';
import type { Os } from './os/port';
import { probes } from './probes/index';

/** Measuring a full profile takes its time; what is not measured by then is not known. */
const budgetMs = 30_000;

/** The same device as it is now, with what only a reset needs to know. */
const withMore = async (snapshot: Snapshot, os: Os, signal?: AbortSignal): Promise<Snapshot> => {
  const more = await inspect(os, probes, {
    only: readinessProbes,
    budgetMs,
    ...(signal === undefined ? {} : { signal }),
  });
  return { ...snapshot, readings: { ...snapshot.readings, ...more.snapshot.readings } };
};

/** Whom to call, from the organisation's own file; null where there is none. */
export const callOnPaper = (organisation: Organisation | null): HelpDeskView | null => {
  if (organisation === null || organisation.helpDesk === null) return null;
  const { name, phone, email, portal } = organisation.helpDesk;
  return { name: name ?? organisation.name, phone, mail: email, web: portal };
};

const kindView = ({ kind, lines, ...judged }: KindReadiness): ResetKindView => ({
  id: kind.id,
  ...judged,
  keeps: [...kind.keeps],
  loses: [...kind.loses],
  takes: kind.takes,
  after: [...kind.after],
  source: kind.source,
  lines,
});

/** What stands between this device and each kind of reset, with what goes along on paper. */
export const readiness = async (
  { snapshot, os }: { snapshot: Snapshot; os: Os | null },
  organisation: Organisation | null = null,
  signal?: AbortSignal,
): Promise<ReadinessView> => {
  const whole = os === null ? snapshot : await withMore(snapshot, os, signal);
  const all = readinessOf(whole);
  return {
    proposed: gentlest(all)?.kind.id ?? null,
    kinds: all.map(kindView),
    sheet: { ...returnSheet(whole), call: callOnPaper(organisation) },
  };
};
