import type { Rule } from '../finding';
import { valueOf } from '../snapshot';
import { deviceSources } from './device-sources';
import { fact, registrationOf, rowsOf } from './evidence';
import { callerOf, isMember, isPerson, onVerifiedNetwork, verifiedProof } from './expected';

const about = {
  link: 'kerberos',
  severity: 'attention',
  certainty: 'likely',
  owner: 'user',
  guide: null,
  source: deviceSources.tickets,
  explains: [],
} as const;

export const kerberosRules: readonly Rule[] = [
  {
    // Without a controller in sight, no ticket is what a cached sign-in looks like. A controller that
    // was found may come from a cache, so Windows itself must have met one on this network.
    ...about,
    id: 'kerberos-ticket-missing',
    when: (snapshot) => {
      const tickets = valueOf(snapshot, 'kerberos-tickets');
      const controller = valueOf(snapshot, 'domain-controller')?.found;
      if (tickets?.onPremTgt !== 'no' || tickets.noLogonSession || !controller) return null;
      if (!isMember(snapshot) || !onVerifiedNetwork(snapshot)) return null;
      const caller = callerOf(snapshot);
      if (caller?.kind !== 'domain-user' || caller.session !== 'interactive') return null;
      return {
        evidence: [
          fact('kerberos-tickets', 'onPremTgt', 'no'),
          fact('kerberos-tickets', 'count', tickets.count),
          fact('domain-controller', 'host', controller.host),
          ...verifiedProof(snapshot),
        ],
        values: { host: controller.host },
      };
    },
  },
  {
    ...about,
    id: 'kerberos-no-credentials',
    severity: 'notice',
    owner: 'technician',
    when: (snapshot) => {
      const tickets = valueOf(snapshot, 'kerberos-tickets');
      const registration = registrationOf(snapshot);
      if (!registration || !tickets?.noLogonSession || !isPerson(snapshot)) return null;
      return {
        codes: tickets.failure ? [tickets.failure] : [],
        evidence: [
          fact('kerberos-tickets', 'failure', tickets.failure),
          ...rowsOf(registration, 'Executing Account Name'),
        ],
      };
    },
  },
];
