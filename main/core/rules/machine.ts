import type { Rule } from '../finding';
import { fact } from './evidence';
import { managementSources as sources } from './management-sources';
import { ofReading } from './of-reading';

/** What kind of machine this is, because advice depends on it. Never a fault. */
const about = {
  link: 'evidence',
  severity: 'notice',
  certainty: 'proved',
  owner: 'user',
  guide: null,
  source: sources.reset,
  explains: [],
} as const;

export const machineRules: readonly Rule[] = [
  ofReading('virtual-desktop', { ...about, id: 'virtual-machine' }, ({ kind }) =>
    kind === 'virtual-machine' ? { evidence: [fact('virtual-desktop', 'kind', kind)] } : null,
  ),
  ofReading('windows-version', { ...about, id: 'windows-server' }, ({ family }) =>
    family === 'server' ? { evidence: [fact('windows-version', 'family', family)] } : null,
  ),
  ofReading(
    'setup-phase',
    { ...about, id: 'still-in-setup', source: sources.autopilotEvents, topics: ['autopilot'] },
    ({ inSetup, imageState }) =>
      inSetup === 'yes'
        ? {
            evidence: [
              fact('setup-phase', 'inSetup', inSetup),
              fact('setup-phase', 'imageState', imageState),
            ],
          }
        : null,
  ),
];
