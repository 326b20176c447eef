import type { Rule } from '../finding';
import { valueOf, type Snapshot } from '../snapshot';
import { fact } from './evidence';
import {
  ageOf,
  day,
  hour,
  inUse,
  isManaged,
  isOnline,
  isRecent,
  upFor,
} from './machine-conditions';
import { managementSources as sources } from './management-sources';
import { ofReading } from './of-reading';

const about = {
  link: 'mdm',
  severity: 'attention',
  certainty: 'likely',
  owner: 'user',
  guide: null,
  source: sources.enrolment,
  explains: [],
} as const;

/** The service asks every eight hours and gives a silent PC up after thirty days. */
const late = 8 * hour;
const veryLate = 7 * day;
const lost = 30 * day;

/**
 * Hours since this PC last dealt with its management. A session that ended need not have succeeded, so
 * the older of the two witnesses counts.
 */
const silentHours = (
  snapshot: Snapshot,
): { hours: number; source: 'mdm-sessions' | 'mdm-server-times' } | null => {
  const ended = valueOf(snapshot, 'mdm-sessions')?.lastEnd ?? null;
  const answers = (valueOf(snapshot, 'mdm-server-times')?.servers ?? []).flatMap(
    ({ lastSuccess }) => lastSuccess ?? [],
  );
  const answered = answers.length > 0 ? Math.max(...answers) : null;
  const at = answered === null ? ended : Math.min(answered, ended ?? answered);
  const age = ageOf(snapshot, at);
  if (age === null || age < 0) return null;
  return {
    hours: Math.floor(age / hour),
    source: at === answered ? 'mdm-server-times' : 'mdm-sessions',
  };
};

const silentFor = (snapshot: Snapshot, least: number) => {
  const silent = isManaged(snapshot) && inUse(snapshot) ? silentHours(snapshot) : null;
  return silent && silent.hours * hour >= least ? silent : null;
};

const failure = /^0x[89a-f]/i;

export const mdmSyncRules: readonly Rule[] = [
  {
    // Without a connection, or just switched on, nothing else is to be expected.
    ...about,
    id: 'management-sync-late',
    severity: 'notice',
    when: (snapshot) => {
      const silent = silentFor(snapshot, late);
      if (!silent || !isOnline(snapshot) || !upFor(snapshot, late)) return null;
      return {
        ...(silent.hours * hour >= veryLate ? { severity: 'attention' as const } : {}),
        evidence: [fact(silent.source, 'lastSync', `${silent.hours} h`)],
        values: { hours: silent.hours, days: Math.floor(silent.hours / 24) },
      };
    },
  },
  {
    ...about,
    id: 'management-sync-lost',
    explains: ['management-sync-late'],
    when: (snapshot) => {
      const silent = silentFor(snapshot, lost);
      if (!silent) return null;
      return {
        evidence: [fact(silent.source, 'lastSync', `${silent.hours} h`)],
        values: { days: Math.floor(silent.hours / 24) },
      };
    },
  },
  ofReading(
    'mdm-server-times',
    {
      ...about,
      id: 'management-session-failing',
      certainty: 'proved',
      owner: 'technician',
      explains: ['management-sync-late', 'management-sync-lost'],
    },
    ({ servers }, snapshot) => {
      if (!isManaged(snapshot)) return null;
      const failing = servers.find(
        ({ lastResult, lastFailure, lastSuccess }) =>
          failure.test(lastResult ?? '') &&
          lastFailure !== null &&
          lastFailure > (lastSuccess ?? 0),
      );
      const code = failing?.lastResult;
      if (!failing || !code || !isOnline(snapshot)) return null;
      return {
        codes: [code],
        evidence: [fact('mdm-server-times', 'lastResult', code)],
        values: { code },
      };
    },
  ),
  ofReading(
    // One refused setting is everyday life: shown to whoever looks for it.
    'mdm-sessions',
    {
      ...about,
      id: 'management-settings-refused',
      severity: 'notice',
      certainty: 'possible',
      owner: 'tenant',
    },
    ({ failures }, snapshot) => {
      const recent = failures.filter(({ at, code }) => code && isRecent(snapshot, at, 7 * day));
      const [last] = recent;
      if (!last?.code || !isManaged(snapshot)) return null;
      return {
        codes: [last.code],
        evidence: [fact('mdm-sessions', `event ${last.event}`, last.code)],
        values: { count: recent.length, code: last.code },
      };
    },
  ),
  ofReading(
    'services',
    {
      ...about,
      id: 'management-push-service-off',
      severity: 'notice',
      certainty: 'possible',
      owner: 'technician',
    },
    ({ services }, snapshot) => {
      const off = ['dmwappushservice', 'dmenrollmentsvc'].find(
        (name) => services[name]?.start === 'disabled',
      );
      if (!off || !isManaged(snapshot)) return null;
      return { evidence: [fact('services', off, 'disabled')], values: { service: off } };
    },
  ),
];
