import type { Rule } from '../finding';
import { valueOf } from '../snapshot';
import { deviceSources } from './device-sources';
import { fact, registrationOf, rowsOf } from './evidence';
import { callerOf, inEntra } from './expected';

const about = {
  link: 'device-registration',
  severity: 'attention',
  certainty: 'likely',
  owner: 'technician',
  guide: null,
  source: deviceSources.joinRecords,
  explains: [],
} as const;

/** What the PC keeps about its joins, against what dsregcmd makes of it. */
export const joinRecordRules: readonly Rule[] = [
  {
    ...about,
    id: 'join-record-missing',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const records = valueOf(snapshot, 'join-records');
      if (!registration || !records || !inEntra(snapshot) || records.joins.length > 0) return null;
      // The cloud accepted the device a moment ago, so whatever we miss is there.
      if (registration.deviceAuth.state === 'success') return null;
      return {
        evidence: [fact('join-records', 'joins', 0), ...rowsOf(registration, 'AzureAdJoined')],
      };
    },
  },
  {
    ...about,
    id: 'join-records-several',
    when: (snapshot) => {
      const records = valueOf(snapshot, 'join-records');
      if (!records || !inEntra(snapshot) || records.joins.length < 2) return null;
      return {
        evidence: records.joins.map(({ thumbprint, tenantId }) =>
          fact('join-records', thumbprint, tenantId),
        ),
        values: { count: records.joins.length },
      };
    },
  },
  {
    ...about,
    id: 'join-record-other-tenant',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const records = valueOf(snapshot, 'join-records');
      const own = registration?.tenant.id?.toLowerCase();
      if (!registration || !records || own === undefined || !inEntra(snapshot)) return null;
      const tenants = records.joins.flatMap(({ tenantId }) => tenantId ?? []);
      if (tenants.length === 0 || tenants.length < records.joins.length) return null;
      if (tenants.includes(own)) return null;
      return {
        evidence: [
          ...tenants.map((tenant) => fact('join-records', 'tenantId', tenant)),
          ...rowsOf(registration, 'TenantId'),
        ],
        values: { tenant: tenants[0] ?? '' },
      };
    },
  },
  {
    ...about,
    id: 'join-record-left-over',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const records = valueOf(snapshot, 'join-records');
      if (!records || registration?.joinRows.entra !== 'no' || records.joins.length === 0)
        return null;
      return {
        evidence: [
          ...records.joins.map(({ thumbprint, tenantId }) =>
            fact('join-records', thumbprint, tenantId),
          ),
          ...rowsOf(registration, 'AzureAdJoined'),
        ],
      };
    },
  },
  {
    ...about,
    id: 'work-account-left-over',
    severity: 'notice',
    owner: 'user',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const kept = valueOf(snapshot, 'workplace-joins');
      if (!kept || registration?.joinRows.workplace !== 'no' || kept.accounts.length === 0)
        return null;
      if (callerOf(snapshot)?.kind === 'system') return null;
      return {
        evidence: [
          ...kept.accounts.map(({ thumbprint, tenantId }) =>
            fact('workplace-joins', thumbprint, tenantId),
          ),
          ...rowsOf(registration, 'WorkplaceJoined'),
        ],
      };
    },
  },
];
