import type { Rule } from '../finding';
import { valueOf } from '../snapshot';
import { fact } from './evidence';
import { inSetup } from './machine-conditions';
import { managementSources as sources } from './management-sources';
import { ofReading } from './of-reading';

const about = {
  link: 'setup',
  severity: 'notice',
  certainty: 'likely',
  owner: 'tenant',
  guide: null,
  source: sources.devicePreparation,
  topics: ['autopilot'],
} as const;

export const devicePreparationRules: readonly Rule[] = [
  ofReading(
    // The message of the page is what the organisation would show, not a sign that it was shown.
    'device-preparation',
    { ...about, id: 'device-preparation-failed', explains: ['autopilot-download-failed'] },
    ({ used, phase, page }, snapshot) => {
      const error = valueOf(snapshot, 'autopilot-profile')?.error.code ?? null;
      if (used !== 'yes' || phase === 'done' || error === null || !inSetup(snapshot)) return null;
      if (!/^0x[89a-f]/i.test(error)) return null;
      return {
        severity: 'broken',
        codes: [error],
        evidence: [
          fact('device-preparation', 'phase', phase),
          fact('autopilot-profile', 'error.code', error),
          ...(page?.errorMessage
            ? [fact('device-preparation', 'errorMessage', page.errorMessage)]
            : []),
        ],
        values: { code: error },
      };
    },
  ),
  ofReading(
    'device-preparation',
    { ...about, id: 'device-preparation-running', owner: 'user', explains: [] },
    ({ phase }, snapshot) =>
      (phase === 'bootstrapping' || phase === 'running') && inSetup(snapshot)
        ? { evidence: [fact('device-preparation', 'phase', phase)] }
        : null,
  ),
];
