import type { Rule } from '../finding';
import { valueOf } from '../snapshot';
import { fact } from './evidence';
import { inSetup, isClient } from './machine-conditions';
import { managementSources as sources } from './management-sources';
import { ofReading } from './of-reading';

const about = {
  link: 'updates',
  severity: 'notice',
  certainty: 'proved',
  owner: 'technician',
  guide: null,
  source: sources.versions,
  explains: [],
} as const;

const end = (year: number, month: number, dayOfMonth: number): number =>
  Date.UTC(year, month - 1, dayOfMonth + 1);

/** Last day of free updates by build: first for Home and Pro, then for Enterprise and Education. */
const support: Readonly<Record<number, { home: number; enterprise: number }>> = {
  19041: { home: end(2021, 12, 14), enterprise: end(2021, 12, 14) },
  19042: { home: end(2022, 5, 10), enterprise: end(2023, 5, 9) },
  19043: { home: end(2022, 12, 13), enterprise: end(2022, 12, 13) },
  19044: { home: end(2023, 6, 13), enterprise: end(2024, 6, 11) },
  19045: { home: end(2025, 10, 14), enterprise: end(2025, 10, 14) },
  22000: { home: end(2023, 10, 10), enterprise: end(2024, 10, 8) },
  22621: { home: end(2024, 10, 8), enterprise: end(2025, 10, 14) },
  22631: { home: end(2025, 11, 11), enterprise: end(2026, 11, 10) },
  26100: { home: end(2026, 10, 13), enterprise: end(2027, 10, 12) },
  26200: { home: end(2027, 10, 12), enterprise: end(2028, 10, 10) },
};

/** Long-term editions share their builds with others and live much longer. */
const longTerm = /EnterpriseS|IoTEnterpriseS/i;
const enterprise = /^(Enterprise|Education|IoTEnterprise|ServerRdsh)/i;

export const windowsVersionRules: readonly Rule[] = [
  ofReading(
    // Paid updates cannot be seen from here, so this is told and never judged.
    'windows-version',
    { ...about, id: 'windows-out-of-support', certainty: 'likely', topics: ['autopilot'] },
    ({ build, edition, displayVersion }, snapshot) => {
      const dates = support[build ?? 0];
      if (!dates || edition === null || longTerm.test(edition) || !isClient(snapshot)) return null;
      const ended = enterprise.test(edition) ? dates.enterprise : dates.home;
      if (snapshot.observedAt === null || snapshot.observedAt < ended) return null;
      return {
        evidence: [
          fact('windows-version', 'build', build),
          fact('windows-version', 'edition', edition),
        ],
        values: { version: displayVersion ?? String(build) },
      };
    },
  ),
  ofReading(
    'windows-version',
    {
      ...about,
      id: 'windows-home-edition',
      link: 'setup',
      source: sources.autopilot,
      explains: ['enrolment-edition-unsuitable', 'setup-device-preparation-failed'],
      topics: ['autopilot'],
    },
    ({ home, edition }, snapshot) => {
      if (home !== 'yes') return null;
      const profile = valueOf(snapshot, 'autopilot-profile');
      const awaited = inSetup(snapshot) && (profile?.ownerTenantId ?? null) !== null;
      return {
        ...(awaited ? { severity: 'broken' as const } : {}),
        evidence: [fact('windows-version', 'edition', edition)],
      };
    },
  ),
];
