import type { Enrolment, Enrolments } from '../facts/mdm';
import type { Rule } from '../finding';
import { valueOf } from '../snapshot';
import { fact } from './evidence';
import { inUse } from './machine-conditions';
import { managementSources as sources } from './management-sources';
import { ofReading } from './of-reading';

const about = {
  link: 'mdm',
  severity: 'attention',
  certainty: 'proved',
  owner: 'technician',
  guide: null,
  source: sources.enrolmentKeys,
} as const;

const silent = ['management-sync-late', 'management-sync-lost', 'management-session-failing'];

const living = ({ enrolments }: Enrolments): Enrolment | null =>
  enrolments.find(({ kind, state }) => kind === 'intune' && state === 1) ?? null;

/** The task that speaks up every eight hours, and the one a push starts. */
const mainTasks = /^(Schedule #3 created by enrollment client|PushLaunch)$/i;

/** What a PC under management proves itself with, and what makes it speak up. */
export const enrolmentIdentityRules: readonly Rule[] = [
  ofReading(
    'mdm-enrolments',
    { ...about, id: 'management-certificate-missing', explains: silent },
    (facts, snapshot) => {
      const own = living(facts);
      if (own?.witnesses.certificate !== 'no') return null;
      // An enrolment of one user keeps its certificate with that user, where we do not look.
      const account = valueOf(snapshot, 'mdm-accounts')?.accounts.find(({ id }) => id === own.id);
      if (account?.certificateStore !== 'machine') return null;
      return {
        evidence: [
          fact('mdm-enrolments', 'thumbprint', own.thumbprint),
          fact('mdm-enrolments', 'certificate', own.witnesses.certificate),
        ],
      };
    },
  ),
  ofReading(
    'mdm-enrolments',
    {
      ...about,
      id: 'management-certificate-expired',
      explains: [...silent, 'enrolment-renewal-failing'],
    },
    (facts) => {
      const own = living(facts);
      if (own?.witnesses.certificate !== 'yes' || own.witnesses.certificateInDate !== 'no')
        return null;
      return {
        evidence: [
          fact('mdm-enrolments', 'thumbprint', own.thumbprint),
          fact('mdm-enrolments', 'certificateInDate', own.witnesses.certificateInDate),
        ],
      };
    },
  ),
  ofReading(
    'mdm-accounts',
    {
      ...about,
      id: 'management-certificate-differs',
      severity: 'notice',
      certainty: 'possible',
      explains: [],
    },
    ({ accounts }, snapshot) => {
      const facts = valueOf(snapshot, 'mdm-enrolments');
      const own = facts ? living(facts) : null;
      const account = accounts.find(({ id }) => id === own?.id);
      if (!own?.thumbprint || !account?.thumbprint || account.thumbprint === own.thumbprint)
        return null;
      return {
        evidence: [
          fact('mdm-accounts', 'thumbprint', account.thumbprint),
          fact('mdm-enrolments', 'thumbprint', own.thumbprint),
        ],
      };
    },
  ),
  ofReading(
    'mdm-tasks',
    {
      ...about,
      id: 'management-tasks-missing',
      certainty: 'likely',
      source: sources.enrolment,
      explains: silent,
    },
    ({ tasks }, snapshot) => {
      const facts = valueOf(snapshot, 'mdm-enrolments');
      const own = facts ? living(facts) : null;
      if (!own || !inUse(snapshot) || tasks.some(({ enrolmentId }) => enrolmentId === own.id))
        return null;
      return {
        evidence: [fact('mdm-tasks', 'tasks', tasks.length), fact('mdm-enrolments', 'id', own.id)],
      };
    },
  ),
  ofReading(
    'mdm-tasks',
    {
      ...about,
      id: 'management-tasks-disabled',
      certainty: 'likely',
      source: sources.enrolment,
      explains: silent,
    },
    ({ tasks }, snapshot) => {
      const facts = valueOf(snapshot, 'mdm-enrolments');
      const own = facts ? living(facts) : null;
      const off = tasks.find(
        ({ enrolmentId, name, state }) =>
          own !== null && enrolmentId === own.id && state === 'disabled' && mainTasks.test(name),
      );
      return off
        ? { evidence: [fact('mdm-tasks', off.name, off.state)], values: { task: off.name } }
        : null;
    },
  ),
];
