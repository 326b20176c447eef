import type { Evidence, Rule } from '../finding';
import { valueOf, type Snapshot } from '../snapshot';
import { deviceSources } from './device-sources';
import { fact, registrationOf, rowsOf } from './evidence';
import { joinOf } from './expected';

const about = {
  link: 'join-setup',
  severity: 'notice',
  certainty: 'proved',
  owner: 'technician',
  guide: null,
  source: deviceSources.target,
  explains: [],
} as const;

const targetProof = (snapshot: Snapshot): Evidence[] => {
  const target = valueOf(snapshot, 'registration-target');
  if (!target) return [];
  return [
    fact('registration-target', 'tenantId', target.tenantId),
    fact('registration-target', 'tenantName', target.tenantName),
  ];
};

/** Registration wants this PC: a target is set on it, or policy asks for it. */
export const isAskedToJoin = (snapshot: Snapshot): Evidence[] => [
  ...(valueOf(snapshot, 'registration-target')?.tenantId ? targetProof(snapshot) : []),
  ...(valueOf(snapshot, 'join-policy')?.automaticRegistration === 'asked-for'
    ? [fact('join-policy', 'automaticRegistration', 'asked-for')]
    : []),
];

/** Traces of the company's cloud on this PC. Whoever has none of them never meant to register it. */
export const cloudFootprint = (snapshot: Snapshot): Evidence[] => {
  const registration = registrationOf(snapshot);
  const enrols = valueOf(snapshot, 'mdm-auto-enrolment')?.policy;
  const flags = valueOf(snapshot, 'co-management');
  const backup = valueOf(snapshot, 'onedrive')?.policy.silentOptInTenant;
  const success = valueOf(snapshot, 'registration-events')?.lastSuccess;
  return [
    ...isAskedToJoin(snapshot),
    ...(enrols === 'yes' ? [fact('mdm-auto-enrolment', 'policy', enrols)] : []),
    ...(flags?.on === 'yes' ? [fact('co-management', 'flags', flags.flags)] : []),
    ...(backup ? [fact('onedrive', 'silentOptInTenant', backup)] : []),
    ...(success ? [fact('registration-events', `event ${String(success.id)}`, success.at)] : []),
    ...(registration?.joinRows.workplace === 'yes' ? rowsOf(registration, 'WorkplaceJoined') : []),
  ];
};

/** The service does not know the tenant it was asked for. */
const wrongTenant = /AADSTS90002|0x801c003a/i;

export const joinTargetRules: readonly Rule[] = [
  {
    // The setting wins over the directory the next time the PC registers itself.
    ...about,
    id: 'registration-target-other-tenant',
    severity: 'attention',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const target = valueOf(snapshot, 'registration-target')?.tenantId?.toLowerCase();
      const own = registration?.tenant.id?.toLowerCase();
      if (!registration || !target || !own || joinOf(snapshot) !== 'hybrid-joined') return null;
      if (target === own) return null;
      return {
        evidence: [...targetProof(snapshot), ...rowsOf(registration, 'TenantId')],
        values: { tenant: target },
      };
    },
  },
  {
    ...about,
    id: 'registration-target-decides',
    when: (snapshot) => {
      const target = valueOf(snapshot, 'registration-target');
      if (!target?.tenantId || joinOf(snapshot) !== 'domain-joined') return null;
      return {
        evidence: targetProof(snapshot),
        values: { tenant: target.tenantName ?? target.tenantId },
      };
    },
  },
  {
    ...about,
    id: 'registration-target-wrong',
    severity: 'attention',
    certainty: 'likely',
    explains: [
      'join-discovery-failed',
      'join-discovery-failed-before',
      'join-token-refused',
      'join-token-refused-before',
      'join-failed',
      'registration-target-decides',
    ],
    when: (snapshot) => {
      const target = valueOf(snapshot, 'registration-target');
      const registration = registrationOf(snapshot);
      const preJoin = registration?.preJoin;
      if (!registration || !preJoin || !target?.tenantId) return null;
      if (joinOf(snapshot) !== 'domain-joined') return null;
      const told = [
        ...preJoin.tests.flatMap(({ codes }) => codes),
        preJoin.clientCode,
        preJoin.serverCode,
        preJoin.serverMessage,
      ].flatMap((text) => wrongTenant.exec(text ?? '')?.[0] ?? []);
      if (told.length === 0) return null;
      return {
        codes: [...new Set(told)],
        evidence: [
          ...targetProof(snapshot),
          ...rowsOf(registration, 'DRS Discovery Test', 'Client ErrorCode', 'Server Message'),
        ],
        values: { tenant: target.tenantName ?? target.tenantId },
      };
    },
  },
  {
    ...about,
    id: 'registration-target-half-set',
    severity: 'attention',
    certainty: 'likely',
    when: (snapshot) => {
      const target = valueOf(snapshot, 'registration-target');
      if (!target || joinOf(snapshot) !== 'domain-joined') return null;
      if ((target.tenantId === null) === (target.tenantName === null)) return null;
      return { evidence: targetProof(snapshot) };
    },
  },
  {
    // Many companies block it on purpose, so this alone is no fault.
    ...about,
    id: 'automatic-registration-blocked',
    owner: 'directory',
    when: (snapshot) => {
      const policy = valueOf(snapshot, 'join-policy');
      if (policy?.automaticRegistration !== 'blocked' || joinOf(snapshot) !== 'domain-joined')
        return null;
      return { evidence: [fact('join-policy', 'automaticRegistration', 'blocked')] };
    },
  },
  {
    ...about,
    id: 'registration-asked-and-blocked',
    severity: 'attention',
    certainty: 'likely',
    owner: 'directory',
    explains: ['automatic-registration-blocked', 'registration-target-decides'],
    when: (snapshot) => {
      const policy = valueOf(snapshot, 'join-policy');
      const target = valueOf(snapshot, 'registration-target');
      if (policy?.automaticRegistration !== 'blocked' || !target?.tenantId) return null;
      if (joinOf(snapshot) !== 'domain-joined') return null;
      return {
        evidence: [
          fact('join-policy', 'automaticRegistration', 'blocked'),
          ...targetProof(snapshot),
        ],
      };
    },
  },
  {
    // The second way in, for when the company's sign-in server refuses.
    ...about,
    id: 'join-fallback-off',
    certainty: 'likely',
    owner: 'directory',
    source: deviceSources.dsregcmd,
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const preJoin = registration?.preJoin;
      if (!registration || preJoin?.fallbackToSync !== 'no') return null;
      if (joinOf(snapshot) !== 'domain-joined') return null;
      const refused = preJoin.tests.some(
        ({ name, state }) => name === 'Token acquisition Test' && state === 'fail',
      );
      if (!refused) return null;
      return { evidence: rowsOf(registration, 'Fallback to Sync-Join', 'Token acquisition Test') };
    },
  },
  {
    ...about,
    id: 'work-accounts-blocked',
    link: 'device-registration',
    owner: 'directory',
    when: (snapshot) => {
      const policy = valueOf(snapshot, 'join-policy');
      const join = joinOf(snapshot);
      if (policy?.workAccountsBlocked !== 'yes') return null;
      if (join !== 'not-joined' && join !== 'entra-registered') return null;
      return { evidence: [fact('join-policy', 'workAccountsBlocked', 'yes')] };
    },
  },
];
