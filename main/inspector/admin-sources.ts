import { unavailable } from '../core/reading';
import { gather, type RawReadings } from '../os/gather';
import type { Os, RawReading, Source } from '../os/port';
import { probes } from '../probes/index';

/**
 * What an administrator may be asked for. Facts of the user are not among it: who consents may have
 * another account, and then his tickets, sign-in and registry branch would pass for the user's.
 * Files count only below the folder of Windows, where a user can lay no trap for an elevated reader.
 */
const ofTheMachine = (source: Source): boolean => {
  switch (source.kind) {
    case 'registry':
      return source.hive === 'HKLM';
    case 'events':
      return true;
    case 'file':
      return /^%SystemRoot%\\/i.test(source.path);
    case 'cim':
    case 'command':
      return source.rights === 'admin';
    case 'host':
    case 'sizes':
      return false;
  }
};

const readable: ReadonlyMap<string, Source> = new Map(
  probes
    .flatMap(({ reads }) => reads)
    .filter((source) => source.rights !== 'system' && ofTheMachine(source))
    .map((source) => [source.key, source]),
);

export const adminSourceKeys: readonly string[] = [...readable.keys()];

const closed = (reading: RawReading | undefined): boolean =>
  reading?.kind === 'unavailable' &&
  (reading.why === 'needs-admin' || reading.why === 'denied' || reading.why === 'declined');

/** Which sources of a look were closed to this user and would open to an administrator. */
export const closedSources = (raws: RawReadings): string[] =>
  adminSourceKeys.filter((key) => closed(raws.get(key)));

/** The probes these sources belong to, but for those that are only read when somebody names them. */
export const closedProbes = (raws: RawReadings): string[] => {
  const keys = new Set(closedSources(raws));
  return probes.filter(({ reads }) => reads.some(({ key }) => keys.has(key))).map(({ id }) => id);
};

const elevatedBudgetMs = 90_000;

/** On the elevated side. Null when something is asked for that is not on the list. */
export const readAdminSources = async (
  os: Os,
  keys: readonly string[],
): Promise<RawReadings | null> => {
  const sources = keys.flatMap((key) => readable.get(key) ?? []);
  if (sources.length !== keys.length || keys.length === 0) return null;
  return gather(os, sources, { budgetMs: elevatedBudgetMs });
};

/** The look with what was closed filled in; what the user himself could read stays as he read it. */
export const withAdminReadings = (raws: RawReadings, read: RawReadings): RawReadings => {
  const filled = new Map(raws);
  for (const [key, reading] of read) if (closed(raws.get(key))) filled.set(key, reading);
  return filled;
};

/** The look after the question for rights was answered with no. */
export const withoutConsent = (raws: RawReadings, asked: readonly string[]): RawReadings =>
  withAdminReadings(raws, new Map(asked.map((key) => [key, unavailable('declined')])));

/** A machine that answers with what was already read, so that a filled-in look is judged anew. */
export const alreadyRead = (
  raws: RawReadings,
  { kind, platform, observedAt }: Pick<Os, 'kind' | 'platform' | 'observedAt'>,
): Os => ({
  kind,
  platform,
  observedAt,
  read: ({ key }) => Promise.resolve(raws.get(key) ?? unavailable('not-recorded')),
  act: () => Promise.resolve(unavailable('not-recorded')),
});
