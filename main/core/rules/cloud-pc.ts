import type { Rule } from '../finding';
import { valueOf } from '../snapshot';
import { fact } from './evidence';
import { hour, inUse, upFor } from './machine-conditions';
import { managementSources as sources } from './management-sources';
import { ofReading } from './of-reading';

const about = {
  link: 'cloud-pc',
  severity: 'notice',
  certainty: 'likely',
  owner: 'user',
  guide: null,
  source: sources.cloudPc,
  explains: [],
} as const;

/** The agent starts its main part itself, so only these two can be judged by their state. */
const essential = ['RDAgentBootLoader', 'TermService'];

export const cloudPcRules: readonly Rule[] = [
  ofReading(
    'virtual-desktop',
    { ...about, id: 'cloud-pc', topics: ['reset'] },
    ({ kind, signs }) =>
      kind === 'cloud-pc'
        ? {
            evidence: [
              fact('virtual-desktop', 'windows-365-key', signs['windows-365-key']),
              fact('virtual-desktop', 'cloud-pc-extension', signs['cloud-pc-extension']),
            ],
          }
        : null,
  ),
  ofReading(
    'virtual-desktop',
    {
      ...about,
      id: 'shared-virtual-desktop',
      owner: 'tenant',
      source: sources.virtualDesktop,
      topics: ['reset'],
    },
    ({ kind }) =>
      kind === 'session-host' || kind === 'multi-session-host'
        ? {
            evidence: [fact('virtual-desktop', 'kind', kind)],
            values: { kind: kind.replaceAll('-', '_') },
          }
        : null,
  ),
  ofReading(
    'session-host-agent',
    {
      ...about,
      id: 'session-host-agent-stopped',
      severity: 'attention',
      certainty: 'proved',
      owner: 'technician',
      source: sources.virtualDesktop,
    },
    ({ installed, services }, snapshot) => {
      if (installed !== 'yes' || !inUse(snapshot) || !upFor(snapshot, hour)) return null;
      const stopped = (services ?? []).find(
        ({ name, running }) => essential.includes(name) && running === 'no',
      );
      if (!stopped || valueOf(snapshot, 'virtual-desktop')?.sessionHost !== 'yes') return null;
      return {
        evidence: [fact('session-host-agent', stopped.name, 'stopped')],
        values: { service: stopped.name },
      };
    },
  ),
];
