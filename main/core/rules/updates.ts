import type { WindowsUpdate } from '../facts/recovery';
import type { Rule } from '../finding';
import { fact } from './evidence';
import {
  day,
  isClient,
  isOlder,
  isOnline,
  isPhysicalPc,
  isRecent,
  upFor,
} from './machine-conditions';
import { managementSources as sources } from './management-sources';
import { ofReading } from './of-reading';

const about = {
  link: 'updates',
  severity: 'notice',
  certainty: 'likely',
  owner: 'technician',
  guide: null,
  source: sources.updates,
  explains: [],
} as const;

/** What a PC writes down that was simply not connected. */
const away = /^0x(8024402c|80240438|80244022|8024401c|8007(2e|2f)[0-9a-f]{2}|80240030)$/i;

const lasting = (facts: WindowsUpdate) =>
  (facts.failures ?? []).filter(
    ({ at, code }) =>
      code !== null && !away.test(code) && at !== null && at > (facts.lastFound ?? 0),
  );

export const updateRules: readonly Rule[] = [
  ofReading(
    // Several, on different days, and nothing that worked since: not one bad afternoon.
    'windows-update',
    { ...about, id: 'updates-failing', severity: 'attention' },
    (facts, snapshot) => {
      const failures = lasting(facts).filter(({ at }) => isRecent(snapshot, at, 14 * day));
      const [last] = failures;
      const first = failures.at(-1);
      if (!last || !first || failures.length < 3 || facts.lastFound === null) return null;
      if ((last.at ?? 0) - (first.at ?? 0) < day || !isClient(snapshot)) return null;
      return {
        codes: [...new Set(failures.flatMap(({ code }) => code ?? []))],
        evidence: failures.map(({ event, code }) => fact('windows-update', `event ${event}`, code)),
        values: { count: failures.length, code: last.code ?? '' },
      };
    },
  ),
  ofReading(
    'windows-update',
    { ...about, id: 'updates-paused', certainty: 'proved', owner: 'user' },
    ({ pausedUntil }, snapshot) => {
      if (pausedUntil === null || snapshot.observedAt === null) return null;
      if (pausedUntil <= snapshot.observedAt) return null;
      return {
        evidence: [fact('windows-update', 'pausedUntil', new Date(pausedUntil).toISOString())],
        values: { days: Math.ceil((pausedUntil - snapshot.observedAt) / day) },
      };
    },
  ),
  ofReading(
    'windows-update',
    { ...about, id: 'updates-none-for-weeks', certainty: 'possible' },
    ({ lastFound }, snapshot) => {
      if (!isOlder(snapshot, lastFound, 45 * day) || !isClient(snapshot)) return null;
      if (!isOnline(snapshot) || !upFor(snapshot, day)) return null;
      const days = Math.floor(((snapshot.observedAt ?? 0) - (lastFound ?? 0)) / day);
      return { evidence: [fact('windows-update', 'lastFound', lastFound)], values: { days } };
    },
  ),
  ofReading(
    'windows-update',
    { ...about, id: 'updates-from-company-server', certainty: 'proved', owner: 'network' },
    ({ server }) =>
      server === null
        ? null
        : { evidence: [fact('windows-update', 'server', server)], values: { server } },
  ),
  ofReading(
    'services',
    {
      ...about,
      id: 'update-service-disabled',
      severity: 'attention',
      explains: ['updates-failing', 'updates-none-for-weeks'],
    },
    ({ services }, snapshot) => {
      const off = ['wuauserv', 'usosvc'].find((name) => services[name]?.start === 'disabled');
      if (!off || !isPhysicalPc(snapshot)) return null;
      return { evidence: [fact('services', off, 'disabled')], values: { service: off } };
    },
  ),
];
