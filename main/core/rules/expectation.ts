import { expectationOf, type Expectation, type Expected } from '../expectation';
import type { Evidence, Hit, Rule } from '../finding';
import { valueOf, type Snapshot } from '../snapshot';
import { deviceSources } from './device-sources';
import { fact, registrationOf, rowsOf } from './evidence';
import { joinOf } from './expected';
import { inSetup, inUse } from './machine-conditions';

const about = {
  link: 'device-registration',
  severity: 'attention',
  certainty: 'proved',
  owner: 'technician',
  guide: null,
  source: deviceSources.dsregcmd,
  explains: [],
} as const;

const joinProof = (snapshot: Snapshot): Evidence[] => {
  const registration = registrationOf(snapshot);
  return registration
    ? rowsOf(registration, 'AzureAdJoined', 'DomainJoined', 'WorkplaceJoined')
    : [];
};

/** Only the organisation's own word makes a fault; what is inferred makes a remark. */
const toldJoins = (snapshot: Snapshot): Expectation['joins'] => {
  const { joins } = expectationOf(snapshot);
  return joins?.certainty === 'proved' ? joins : null;
};

const hitOf = (
  snapshot: Snapshot,
  { evidence }: Expected<unknown>,
  values: Hit['values'] = {},
): Hit => ({
  evidence: [...joinProof(snapshot), ...evidence],
  values,
});

const joined: readonly string[] = ['entra-joined', 'hybrid-joined'];

const isWithin = (domain: string, wanted: readonly string[]): boolean =>
  wanted.some((own) => domain === own || domain.endsWith(`.${own}`));

/** What the device is, beside what it is meant to be. */
export const expectationRules: readonly Rule[] = [
  {
    // Whoever sets it up again signs in with an account of the wrong company otherwise.
    ...about,
    id: 'expected-other-tenant',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const { tenants } = expectationOf(snapshot);
      const own = registration?.tenant.id?.toLowerCase();
      if (!registration || !own || tenants?.certainty !== 'proved') return null;
      if (!joined.includes(joinOf(snapshot)) || tenants.wanted.includes(own)) return null;
      return {
        evidence: [...rowsOf(registration, 'TenantId'), ...tenants.evidence],
        values: { tenant: registration.tenant.name ?? own },
      };
    },
  },
  {
    ...about,
    id: 'expected-other-join',
    when: (snapshot) => {
      const joins = toldJoins(snapshot);
      const join = joinOf(snapshot);
      if (!joins || join === 'unknown' || join === 'not-joined') return null;
      // A device may stand anywhere between two states while it is being set up.
      if (inSetup(snapshot) || joins.wanted.includes(join)) return null;
      return hitOf(snapshot, joins, { join: join.replaceAll('-', '_') });
    },
  },
  {
    ...about,
    id: 'expected-but-not-joined',
    severity: 'broken',
    when: (snapshot) => {
      const joins = toldJoins(snapshot);
      if (!joins || joinOf(snapshot) !== 'not-joined' || inSetup(snapshot)) return null;
      return hitOf(snapshot, joins);
    },
  },
  {
    ...about,
    id: 'expected-other-domain',
    link: 'domain-controller',
    owner: 'directory',
    source: deviceSources.locator,
    when: (snapshot) => {
      const wanted = snapshot.organisation?.expects.domains ?? [];
      const membership = valueOf(snapshot, 'domain-membership');
      const domain = membership?.domain?.toLowerCase();
      // One label alone is the old short name, which says nothing about the domain's real one.
      if (wanted.length === 0 || membership?.joined !== 'yes' || !domain?.includes('.'))
        return null;
      if (isWithin(domain, wanted)) return null;
      return {
        evidence: [
          fact('domain-membership', 'domain', domain),
          { source: 'organisation', field: 'devices.domains', value: wanted.join(', ') },
        ],
        values: { domain },
      };
    },
  },
  {
    // The profile may be older than the plan, so this is a remark and no fault.
    ...about,
    id: 'autopilot-meant-other-join',
    severity: 'notice',
    certainty: 'likely',
    topics: ['autopilot'],
    when: (snapshot) => {
      const { joins } = expectationOf(snapshot);
      const join = joinOf(snapshot);
      if (joins?.certainty !== 'likely' || !inUse(snapshot)) return null;
      if (!joins.evidence.some(({ field }) => field === 'joinMethod')) return null;
      if (join === 'unknown' || joins.wanted.some((wanted) => wanted === join)) return null;
      return hitOf(snapshot, joins, { join: join.replaceAll('-', '_') });
    },
  },
];
