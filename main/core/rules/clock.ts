import { fiveMinutes } from '../clock';
import type { ClockSync } from '../facts/time';
import type { Evidence, Rule } from '../finding';
import { valueOf } from '../snapshot';
import { deviceSources } from './device-sources';
import { fact, registrationOf, rowsOf } from './evidence';
import { isMember, memberProof, onVerifiedNetwork, verifiedProof } from './expected';

const about = {
  link: 'clock',
  severity: 'notice',
  certainty: 'likely',
  owner: 'technician',
  guide: null,
  source: deviceSources.timeStatus,
  explains: [],
} as const;

const day = 86_400;
const oldAfter = 14 * day;
const backwards = 10 * 60_000;
const tooDifferent = 3;

const proof = (sync: ClockSync): Evidence[] => [
  fact('clock-sync', 'leap', sync.leap),
  fact('clock-sync', 'stratum', sync.stratum),
  fact('clock-sync', 'reference', sync.reference),
];

export const clockRules: readonly Rule[] = [
  {
    // A member at home cannot ask its domain, and a PC just started has not asked yet.
    ...about,
    id: 'clock-not-synchronised',
    when: (snapshot) => {
      const sync = valueOf(snapshot, 'clock-sync');
      if (sync?.synchronised !== 'no') return null;
      const domainInSight = isMember(snapshot) && onVerifiedNetwork(snapshot);
      return {
        severity: domainInSight ? 'attention' : 'notice',
        evidence: [...proof(sync), ...(domainInSight ? verifiedProof(snapshot) : [])],
      };
    },
  },
  {
    ...about,
    id: 'clock-follows-itself',
    when: (snapshot) => {
      const sync = valueOf(snapshot, 'clock-sync');
      if (sync?.reference !== 'local' || sync.synchronised === 'no') return null;
      return { evidence: proof(sync) };
    },
  },
  {
    ...about,
    id: 'clock-follows-host',
    certainty: 'proved',
    when: (snapshot) => {
      const sync = valueOf(snapshot, 'clock-sync');
      if (sync?.reference !== 'host' || !isMember(snapshot)) return null;
      return { evidence: [...proof(sync), ...memberProof(snapshot)] };
    },
  },
  {
    ...about,
    id: 'clock-check-old',
    when: (snapshot) => {
      const sync = valueOf(snapshot, 'clock-sync');
      const seconds = sync?.secondsSinceSync ?? null;
      if (seconds === null || seconds < oldAfter) return null;
      return {
        evidence: [fact('clock-sync', 'secondsSinceSync', seconds)],
        values: { days: Math.floor(seconds / day) },
      };
    },
  },
  {
    // The time service itself says that the difference is more than it may correct.
    ...about,
    id: 'clock-correction-refused',
    severity: 'attention',
    owner: 'user',
    explains: ['clock-not-synchronised'],
    when: (snapshot) => {
      const sync = valueOf(snapshot, 'clock-sync');
      if (sync?.lastError !== tooDifferent) return null;
      return { evidence: [fact('clock-sync', 'lastError', sync.lastError), ...proof(sync)] };
    },
  },
  {
    ...about,
    id: 'clock-far-off',
    severity: 'attention',
    certainty: 'proved',
    owner: 'user',
    // Signed questions carry the time, and a certificate of today is not yet valid yesterday.
    explains: [
      'kerberos-ticket-missing',
      'clock-not-synchronised',
      'device-check-unreachable',
      'prt-missing',
      'prt-expired',
      'prt-network',
      'prt-refused',
    ],
    when: (snapshot) => {
      const sync = valueOf(snapshot, 'clock-sync');
      const seconds = sync?.offsetSeconds ?? null;
      if (seconds === null || Math.abs(seconds) <= fiveMinutes) return null;
      return {
        evidence: [fact('clock-sync', 'offsetSeconds', seconds)],
        values: { minutes: Math.round(Math.abs(seconds) / 60) },
      };
    },
  },
  {
    // Only when read on the PC itself: a pasted text brings no clock of its own.
    ...about,
    id: 'clock-before-last-sign-in',
    severity: 'attention',
    owner: 'user',
    source: deviceSources.token,
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const updatedAt = registration?.entraPrt.updatedAt ?? null;
      const { observedAt, origin } = snapshot;
      if (!registration || updatedAt === null || observedAt === null || origin === 'text')
        return null;
      if (updatedAt <= observedAt + backwards) return null;
      return { evidence: rowsOf(registration, 'AzureAdPrtUpdateTime') };
    },
  },
];
