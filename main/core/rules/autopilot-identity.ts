import type { Rule } from '../finding';
import { valueOf, type Snapshot } from '../snapshot';
import { fact } from './evidence';
import { inSetup, isRecent } from './machine-conditions';
import { managementSources as sources } from './management-sources';
import { ofReading } from './of-reading';

const about = {
  link: 'setup',
  severity: 'notice',
  certainty: 'proved',
  owner: 'technician',
  guide: null,
  source: sources.selfDeploying,
  explains: [],
  topics: ['autopilot'],
} as const;

const provesItself = (snapshot: Snapshot): boolean =>
  valueOf(snapshot, 'autopilot-profile')?.oobe?.selfDeploying === true;

const quarter = 15 * 60_000;

/** A PC that proves itself with its chip, and one that joins a domain far away. */
export const autopilotIdentityRules: readonly Rule[] = [
  ofReading(
    'tpm',
    {
      ...about,
      id: 'autopilot-chip-cannot-prove',
      topics: ['autopilot', 'reset'],
      explains: ['autopilot-identity-failed', 'setup-device-preparation-failed'],
    },
    ({ attestationReady, version }, snapshot) => {
      if (attestationReady !== 'no' || !provesItself(snapshot)) return null;
      return {
        ...(inSetup(snapshot) ? { severity: 'broken' as const } : {}),
        evidence: [
          fact('tpm', 'attestationReady', attestationReady),
          fact('tpm', 'version', version),
          fact('autopilot-profile', 'selfDeploying', true),
        ],
      };
    },
  ),
  ofReading(
    'autopilot-events',
    {
      ...about,
      id: 'autopilot-identity-failed',
      source: sources.autopilotEvents,
      explains: ['setup-device-preparation-failed'],
    },
    ({ tpmIdentityFailed }, snapshot) => {
      if (tpmIdentityFailed !== 'yes') return null;
      const stops = inSetup(snapshot) && provesItself(snapshot);
      return {
        ...(stops ? { severity: 'broken' as const } : {}),
        evidence: [fact('autopilot-events', 'event', 171)],
      };
    },
  ),
  ofReading(
    'offline-domain-join',
    {
      ...about,
      id: 'domain-join-without-controller',
      certainty: 'likely',
      owner: 'network',
      source: sources.enrolment,
      explains: ['setup-device-preparation-failed', 'setup-timed-out'],
    },
    ({ state }, snapshot) =>
      state === 'no-connectivity' && inSetup(snapshot)
        ? {
            severity: 'broken',
            evidence: [fact('offline-domain-join', 'state', state)],
          }
        : null,
  ),
  ofReading(
    'offline-domain-join',
    {
      ...about,
      id: 'domain-join-waiting',
      certainty: 'likely',
      owner: 'directory',
      source: sources.enrolment,
      explains: ['setup-device-preparation-failed', 'setup-timed-out'],
    },
    ({ state, events }, snapshot) => {
      if (state !== 'waiting' || !inSetup(snapshot)) return null;
      const first = (events ?? []).filter(({ event }) => event === 111).at(-1);
      // The connector needs a few minutes in the best of cases.
      const patient = isRecent(snapshot, first?.at, quarter);
      return {
        ...(patient ? {} : { severity: 'attention' as const }),
        evidence: [fact('offline-domain-join', 'state', state)],
      };
    },
  ),
];
