import type { Rule } from '../finding';
import { isEntraJoined, joinTypeOf, registeredOf } from '../join';
import { accountRows, registrationOf, rowsOf } from './evidence';
import { sources } from './sources';

const joinLabels = ['AzureAdJoined', 'EnterpriseJoined', 'DomainJoined', 'WorkplaceJoined'];

const about = {
  link: 'device-registration',
  certainty: 'proved',
  guide: null,
  source: sources.dsregcmd,
  explains: [],
} as const;

export const joinStateRules: readonly Rule[] = [
  {
    ...about,
    id: 'not-joined',
    severity: 'notice',
    owner: 'technician',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      if (!registration || joinTypeOf(registration) !== 'not-joined') return null;
      return { evidence: rowsOf(registration, ...joinLabels) };
    },
  },
  {
    ...about,
    id: 'registered-only',
    severity: 'notice',
    owner: 'user',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      if (!registration || joinTypeOf(registration) !== 'entra-registered') return null;
      return { evidence: rowsOf(registration, ...joinLabels) };
    },
  },
  {
    // Windows 10 1803 (April 2019) and later remove the second state by themselves; where it stays,
    // apps pick the wrong of two identities.
    ...about,
    id: 'registered-twice',
    severity: 'attention',
    owner: 'user',
    guide: 'remove-old-work-account',
    source: sources.faq,
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      if (!registration || isEntraJoined(registration) !== true) return null;
      if (registeredOf(registration) !== true) return null;
      const own = registration.tenant.id?.toLowerCase();
      const others = registration.workAccounts.map((account) => account.tenantId?.toLowerCase());
      const same = own !== undefined && others.includes(own);
      const certainlyOther =
        own !== undefined &&
        others.length > 0 &&
        others.every((id) => id !== undefined && id !== own);
      if (certainlyOther) return null;
      return {
        certainty: same ? 'proved' : 'possible',
        evidence: [
          ...rowsOf(registration, 'AzureAdJoined', 'WorkplaceJoined', 'TenantId'),
          ...accountRows(registration, 'WorkplaceTenantId'),
        ],
      };
    },
  },
  {
    ...about,
    id: 'extra-work-account',
    severity: 'notice',
    owner: 'user',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      if (!registration || isEntraJoined(registration) !== true) return null;
      const own = registration.tenant.id?.toLowerCase();
      const foreign = registration.workAccounts.filter(
        (account) => own && account.tenantId && account.tenantId.toLowerCase() !== own,
      );
      if (foreign.length === 0) return null;
      return {
        evidence: accountRows(registration, 'WorkplaceTenantId'),
        values: { count: foreign.length },
      };
    },
  },
  {
    // On the PC itself its registry and its enrolments say more; in a text this row is all there is.
    ...about,
    id: 'management-not-offered',
    link: 'mdm',
    severity: 'notice',
    owner: 'tenant',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      if (snapshot.origin !== 'text' || !registration) return null;
      if (joinTypeOf(registration) !== 'entra-joined') return null;
      const evidence = rowsOf(registration, 'MdmUrl');
      return evidence.length > 0 && evidence.every(({ value }) => value === '')
        ? { evidence }
        : null;
    },
  },
  {
    ...about,
    id: 'joined-on-premises-and-cloud',
    severity: 'attention',
    certainty: 'possible',
    owner: 'technician',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const rows = registration?.joinRows;
      if (!registration || rows?.entra !== 'yes' || rows.enterprise !== 'yes') return null;
      return { evidence: rowsOf(registration, 'AzureAdJoined', 'EnterpriseJoined') };
    },
  },
  {
    ...about,
    id: 'joined-on-premises-service',
    severity: 'notice',
    owner: 'directory',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const rows = registration?.joinRows;
      if (!registration || rows?.entra !== 'no' || rows.enterprise !== 'yes') return null;
      return { evidence: rowsOf(registration, 'EnterpriseJoined', 'DomainJoined') };
    },
  },
  {
    ...about,
    id: 'virtual-desktop-marker-invalid',
    severity: 'attention',
    owner: 'technician',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      if (!registration || !/^INVALID\b/i.test(registration.virtualDesktop ?? '')) return null;
      return { evidence: rowsOf(registration, 'Virtual Desktop') };
    },
  },
];
