import type { Rule } from '../finding';
import { valueOf } from '../snapshot';
import { deviceSources } from './device-sources';
import { fact, registrationOf, rowsOf } from './evidence';
import { callerOf, isPerson, joinOf } from './expected';

const about = { link: 'prt', certainty: 'likely', guide: null, explains: [] } as const;

const workJoins = new Set(['entra-joined', 'hybrid-joined', 'entra-registered']);

export const accountBrokerRules: readonly Rule[] = [
  {
    ...about,
    id: 'broker-package-missing',
    severity: 'attention',
    owner: 'technician',
    source: deviceSources.token,
    explains: ['account-broker-broken'],
    when: (snapshot) => {
      const broker = valueOf(snapshot, 'token-broker');
      if (broker?.package !== 'no' || !workJoins.has(joinOf(snapshot))) return null;
      // On a personal PC with a work account the person is a local one.
      const registered = joinOf(snapshot) === 'entra-registered';
      if (!isPerson(snapshot) && !registered) return null;
      if (callerOf(snapshot)?.kind === 'system') return null;
      const registration = registrationOf(snapshot);
      return {
        evidence: [
          fact('token-broker', 'package', 'no'),
          ...(registration ? rowsOf(registration, 'Executing Account Name') : []),
        ],
      };
    },
  },
  {
    ...about,
    id: 'work-account-without-token',
    severity: 'notice',
    certainty: 'possible',
    owner: 'user',
    source: deviceSources.joinCheck,
    when: (snapshot) => {
      const broker = valueOf(snapshot, 'token-broker');
      const registration = registrationOf(snapshot);
      if (!registration || broker?.usedBefore !== 'no') return null;
      if (joinOf(snapshot) !== 'entra-registered' || callerOf(snapshot)?.kind === 'system')
        return null;
      return {
        evidence: [
          fact('token-broker', 'usedBefore', 'no'),
          ...rowsOf(registration, 'WorkplaceJoined'),
        ],
      };
    },
  },
];
