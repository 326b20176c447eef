import type { RegistrationEvent, RegistrationStep } from '../facts/join';
import type { Owner, Rule, Severity } from '../finding';
import { valueOf, type Snapshot } from '../snapshot';
import { deviceSources } from './device-sources';
import { fact, registrationOf, rowsOf } from './evidence';
import { joinOf, within } from './expected';

interface Failing {
  id: string;
  steps: readonly RegistrationStep[];
  severity: Severity;
  owner: Owner;
  link: Rule['link'];
}

/**
 * A domain that never set hybrid join up, and a laptop at home, log failed searches at every sign-in:
 * those are only noted. What got further than the search was meant to succeed.
 */
const kinds: readonly Failing[] = [
  {
    id: 'registration-target-not-found',
    steps: ['discovery'],
    severity: 'notice',
    owner: 'directory',
    link: 'join-setup',
  },
  {
    id: 'registration-computer-not-readable',
    steps: ['directory-lookup'],
    severity: 'notice',
    owner: 'directory',
    link: 'domain-controller',
  },
  {
    id: 'registration-not-connected',
    steps: ['connection'],
    severity: 'notice',
    owner: 'network',
    link: 'entra-reachable',
  },
  {
    id: 'registration-sign-in-failing',
    steps: ['authentication'],
    severity: 'attention',
    owner: 'directory',
    link: 'device-registration',
  },
  {
    id: 'registration-refused-repeatedly',
    steps: ['response'],
    severity: 'attention',
    owner: 'directory',
    link: 'device-registration',
  },
  {
    id: 'registration-key-failing',
    steps: ['device-key', 'certificate'],
    severity: 'attention',
    owner: 'technician',
    link: 'device-key',
  },
];

/** dsregcmd's own diagnosis of the same attempts is better than their log. */
const toldByTool = (snapshot: Snapshot): boolean => {
  const preJoin = registrationOf(snapshot)?.preJoin;
  if (!preJoin) return false;
  return preJoin.clientCode !== null || preJoin.tests.some(({ state }) => state === 'fail');
};

const failuresOf = (
  snapshot: Snapshot,
  steps: readonly RegistrationStep[],
): RegistrationEvent[] => {
  const log = valueOf(snapshot, 'registration-events');
  if (!log || joinOf(snapshot) !== 'domain-joined' || toldByTool(snapshot)) return [];
  const success = log.lastSuccess?.at ?? 0;
  return within(snapshot, 24, log.events).filter(
    ({ outcome, step, at }) => outcome === 'failed' && steps.includes(step) && (at ?? 0) > success,
  );
};

export const registrationEventRules: readonly Rule[] = kinds.map(({ steps, ...kind }) => ({
  ...kind,
  certainty: 'likely',
  guide: null,
  source: deviceSources.hybrid,
  explains: [],
  when: (snapshot) => {
    const registration = registrationOf(snapshot);
    const events = failuresOf(snapshot, steps);
    if (!registration || events.length < 2) return null;
    const codes = [
      ...new Set(
        events.flatMap(({ code, entraErrors }) => [...entraErrors, ...(code ? [code] : [])]),
      ),
    ];
    return {
      codes,
      evidence: [
        ...events
          .slice(0, 3)
          .map(({ id, code, httpStatus }) =>
            fact('registration-events', `event ${String(id)}`, code ?? httpStatus),
          ),
        ...rowsOf(registration, 'AzureAdJoined', 'DomainJoined'),
      ],
      values: { count: events.length, code: codes[0] ?? 'none' },
    };
  },
}));
