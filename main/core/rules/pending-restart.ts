import type { RestartMarker } from '../facts/recovery';
import type { Rule } from '../finding';
import { fact } from './evidence';
import { ageOf, day, isClient } from './machine-conditions';
import { managementSources as sources } from './management-sources';
import { ofReading } from './of-reading';

/** A restart that waits is everyday life; it explains why something else may not be through yet. */
const about = {
  link: 'updates',
  severity: 'notice',
  certainty: 'likely',
  owner: 'user',
  guide: null,
  source: sources.updates,
  explains: [],
  topics: ['reset'],
} as const;

/** `file-renames` alone says nothing: many updaters leave it behind. */
const kinds: readonly { id: string; markers: readonly RestartMarker[] }[] = [
  {
    id: 'restart-waits-for-updates',
    markers: ['servicing', 'packages-pending', 'windows-update'],
  },
  { id: 'updates-being-installed', markers: ['servicing-in-progress'] },
  { id: 'restart-waits-for-new-name', markers: ['computer-name'] },
  { id: 'restart-waits-for-domain-join', markers: ['domain-join'] },
];

const long = 30 * day;

export const pendingRestartRules: readonly Rule[] = [
  ...kinds.map(({ id, markers }) =>
    ofReading('pending-restart', { ...about, id }, (facts) => {
      const set = facts.markers.filter((each) => markers.includes(each.name) && each.set === 'yes');
      if (set.length === 0) return null;
      return { evidence: set.map(({ name }) => fact('pending-restart', name, 'yes')) };
    }),
  ),
  ofReading(
    'operating-system',
    { ...about, id: 'no-restart-for-weeks' },
    ({ startedAt }, snapshot) => {
      const age = ageOf(snapshot, startedAt);
      if (age === null || age < long || !isClient(snapshot)) return null;
      return {
        evidence: [fact('operating-system', 'startedAt', startedAt)],
        values: { days: Math.floor(age / day) },
      };
    },
  ),
];
