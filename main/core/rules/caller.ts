import type { Rule } from '../finding';
import { isEntraJoined } from '../join';
import { subjectOf } from '../subject';
import { registrationOf, rowsOf } from './evidence';
import { sources } from './sources';

const about = {
  link: 'evidence',
  severity: 'notice',
  certainty: 'proved',
  owner: 'technician',
  guide: null,
  source: sources.dsregcmd,
  explains: [],
} as const;

/** Who ran it, and what that hides. Never a fault of the device. */
export const callerRules: readonly Rule[] = [
  {
    ...about,
    id: 'ran-as-system',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      if (!registration || subjectOf(registration).kind !== 'system') return null;
      return { evidence: rowsOf(registration, 'User Context', 'Executing Account Name') };
    },
  },
  {
    ...about,
    id: 'ran-without-session',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      if (!registration) return null;
      const subject = subjectOf(registration);
      if (subject.session !== 'no-logon-session' || subject.kind === 'system') return null;
      return { evidence: rowsOf(registration, 'WamDefaultSet', 'NgcPreReq') };
    },
  },
  {
    ...about,
    id: 'ran-in-remote-desktop',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      if (!registration || subjectOf(registration).session !== 'remote-desktop') return null;
      return { evidence: rowsOf(registration, 'SessionIsNotRemote') };
    },
  },
  {
    ...about,
    id: 'ran-as-local-account',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      if (!registration || isEntraJoined(registration) !== true) return null;
      if (subjectOf(registration).kind !== 'local-user') return null;
      return { evidence: rowsOf(registration, 'Executing Account Name') };
    },
  },
  {
    ...about,
    id: 'several-outputs',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      return registration?.several ? { evidence: rowsOf(registration, 'AzureAdJoined') } : null;
    },
  },
  {
    ...about,
    id: 'output-cut',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const last = registration?.rows.at(-1);
      if (!registration?.truncated || !last || registration.verb !== 'status') return null;
      return { evidence: rowsOf(registration, last.label) };
    },
  },
  {
    ...about,
    id: 'other-verb',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      if (!registration || registration.verb === 'status' || registration.verb === 'join-trace')
        return null;
      // Selectors of a message cannot hold a hyphen.
      return { evidence: [], values: { verb: registration.verb.replaceAll('-', '_') } };
    },
  },
];
