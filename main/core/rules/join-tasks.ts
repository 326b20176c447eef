import type { Rule } from '../finding';
import { valueOf } from '../snapshot';
import { deviceSources } from './device-sources';
import { fact, registrationOf, rowsOf } from './evidence';
import { joinOf } from './expected';
import { isAskedToJoin } from './join-target';

const about = {
  link: 'join-setup',
  severity: 'notice',
  certainty: 'proved',
  owner: 'technician',
  guide: null,
  source: deviceSources.hybrid,
  explains: [],
} as const;

const joinTask = 'automatic-device-join';

/** The task registers a domain PC with the cloud; on all others nothing depends on it. */
export const joinTaskRules: readonly Rule[] = [
  {
    ...about,
    id: 'join-task-disabled',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const task = valueOf(snapshot, 'join-tasks')?.tasks.find(
        ({ name }) => name.toLowerCase() === joinTask,
      );
      if (!registration || task?.state !== 'disabled') return null;
      const join = joinOf(snapshot);
      if (join !== 'domain-joined' && join !== 'hybrid-joined') return null;
      const asked = join === 'domain-joined' ? isAskedToJoin(snapshot) : [];
      return {
        severity: asked.length > 0 ? 'attention' : 'notice',
        evidence: [
          fact('join-tasks', task.name, task.state),
          ...asked,
          ...rowsOf(registration, 'AzureAdJoined', 'DomainJoined'),
        ],
      };
    },
  },
  {
    // A standard user may be shown only a part of the folder.
    ...about,
    id: 'join-task-missing',
    certainty: 'possible',
    when: (snapshot) => {
      const tasks = valueOf(snapshot, 'join-tasks')?.tasks ?? [];
      if (joinOf(snapshot) !== 'domain-joined' || tasks.length === 0) return null;
      if (tasks.some(({ name }) => name.toLowerCase() === joinTask)) return null;
      return { evidence: tasks.map(({ name, state }) => fact('join-tasks', name, state)) };
    },
  },
];
