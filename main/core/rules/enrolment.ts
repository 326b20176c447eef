import type { Enrolment, Enrolments } from '../facts/mdm';
import type { Hit, Rule } from '../finding';
import { joinTypeOf } from '../join';
import { valueOf, type Snapshot } from '../snapshot';
import { fact, registrationOf } from './evidence';
import { day, inUse, isClient, isJoined, isOlder, isRecent } from './machine-conditions';
import { managementSources as sources } from './management-sources';
import { ofReading } from './of-reading';

const about = {
  link: 'mdm',
  severity: 'attention',
  certainty: 'proved',
  owner: 'technician',
  guide: null,
  source: sources.enrolmentKeys,
  explains: [],
} as const;

/** The enrolment this PC lives by: state 1, or the only one there is. */
const intuneOf = ({ enrolments }: Enrolments): Enrolment | null =>
  enrolments.find(({ kind, state }) => kind === 'intune' && state === 1) ??
  enrolments.find(({ kind }) => kind === 'intune') ??
  null;

const shown = (enrolment: Enrolment, field: string, value: string | number | null): Hit => ({
  evidence: [fact('mdm-enrolments', 'id', enrolment.id), fact('mdm-enrolments', field, value)],
  values: { enrolment: enrolment.id, value: value ?? '' },
});

/** A PC in the cloud alone is enrolled by its join; one in a domain only where a policy asks. */
const isWanted = (snapshot: Snapshot): boolean => {
  const registration = registrationOf(snapshot);
  const asked = valueOf(snapshot, 'mdm-auto-enrolment');
  if (!registration || !asked) return false;
  const type = joinTypeOf(registration);
  if (type === 'entra-joined') return asked.inScopeAtJoin === 'yes' || asked.policy === 'yes';
  return type === 'hybrid-joined' && asked.policy === 'yes';
};

/** Today's layout prints the row on every PC. Whoever makes virtual desktops enrols them in a way of their own. */
const isVirtualDesktop = (snapshot: Snapshot): boolean =>
  !/^(?:NOT SET|NO)?$/i.test(registrationOf(snapshot)?.virtualDesktop ?? '');

const joinedAt = (snapshot: Snapshot): number | null =>
  registrationOf(snapshot)?.deviceKey.certificate?.from ?? null;

export const enrolmentRules: readonly Rule[] = [
  ofReading(
    'mdm-enrolments',
    {
      ...about,
      id: 'enrolment-missing',
      owner: 'tenant',
      source: sources.autoEnrolment,
      explains: ['co-management-not-enrolled'],
    },
    ({ intune, externallyManaged }, snapshot) => {
      if (intune !== 'no' || externallyManaged !== 'no' || !isWanted(snapshot)) return null;
      // The task of a policy tries for a day; before that, "not yet" is the right state.
      if (!inUse(snapshot) || !isClient(snapshot) || !isOlder(snapshot, joinedAt(snapshot), day))
        return null;
      if (isVirtualDesktop(snapshot)) return null;
      const asked = valueOf(snapshot, 'mdm-auto-enrolment');
      return {
        evidence: [
          fact('mdm-enrolments', 'intune', intune),
          fact('mdm-auto-enrolment', 'policy', asked?.policy ?? 'unknown'),
          fact('mdm-auto-enrolment', 'inScopeAtJoin', asked?.inScopeAtJoin ?? 'unknown'),
        ],
      };
    },
  ),
  ofReading(
    'mdm-tasks',
    { ...about, id: 'enrolment-on-its-way', severity: 'notice', owner: 'user' },
    ({ autoEnrolmentTask }, snapshot) => {
      if (autoEnrolmentTask !== 'yes' || !isRecent(snapshot, joinedAt(snapshot), day)) return null;
      if (valueOf(snapshot, 'mdm-enrolments')?.intune !== 'no') return null;
      return {
        evidence: [
          fact('mdm-tasks', 'autoEnrolmentTask', autoEnrolmentTask),
          fact('mdm-enrolments', 'intune', 'no'),
        ],
      };
    },
  ),
  ofReading(
    'mdm-auto-enrolment',
    {
      ...about,
      id: 'enrolment-not-asked-for',
      severity: 'notice',
      owner: 'tenant',
      source: sources.autoEnrolment,
    },
    ({ inScopeAtJoin, policy }, snapshot) => {
      if (inScopeAtJoin !== 'no' || policy !== 'no' || !isJoined(snapshot)) return null;
      if (valueOf(snapshot, 'mdm-enrolments')?.intune !== 'no') return null;
      return {
        evidence: [
          fact('mdm-auto-enrolment', 'inScopeAtJoin', inScopeAtJoin),
          fact('mdm-enrolments', 'intune', 'no'),
        ],
      };
    },
  ),
  ofReading(
    'mdm-enrolments',
    {
      ...about,
      id: 'enrolment-orphan',
      certainty: 'likely',
      source: sources.enrolment,
      explains: ['enrolment-missing', 'enrolment-old-one-in-the-way', 'enrolment-not-in-force'],
    },
    ({ enrolments, intune }) => {
      const dead = enrolments.filter(({ orphan }) => orphan === 'yes');
      const [first] = dead;
      if (first === undefined) return null;
      return {
        ...shown(first, 'points', first.score.points),
        ...(intune === 'no' ? {} : { severity: 'notice' as const }),
        values: { count: dead.length },
      };
    },
  ),
  ofReading(
    'mdm-enrolments',
    {
      ...about,
      id: 'enrolment-made-by-hand',
      severity: 'notice',
      source: sources.handMadeEnrolment,
    },
    ({ enrolments, fake }) => {
      const made = enrolments.find(({ kind }) => kind === 'fake');
      return fake === 'yes' && made ? shown(made, 'type', made.type) : null;
    },
  ),
  ofReading(
    'mdm-enrolments',
    { ...about, id: 'enrolment-of-other-tenant', explains: ['enrolment-missing'] },
    ({ enrolments }) => {
      const other = enrolments.find(
        ({ kind, state, tenantMatches }) =>
          kind === 'intune' && state === 1 && tenantMatches === 'no',
      );
      return other ? shown(other, 'tenantId', other.tenantId) : null;
    },
  ),
  ofReading(
    'mdm-enrolments',
    {
      ...about,
      id: 'enrolment-not-in-force',
      certainty: 'likely',
      explains: ['enrolment-missing'],
    },
    (facts) => {
      const own = intuneOf(facts);
      if (!own || ![2, 3, 4, 5].includes(own.state ?? 0)) return null;
      return shown(own, 'state', own.state);
    },
  ),
  ofReading(
    'mdm-enrolments',
    { ...about, id: 'enrolment-renewal-failing', certainty: 'likely' },
    (facts) => {
      const own = intuneOf(facts);
      if (own?.state !== 1 || own.renewal.error === null) return null;
      return {
        ...shown(own, 'renewal.error', own.renewal.error),
        codes: [own.renewal.error],
        values: { code: own.renewal.error },
      };
    },
  ),
  ofReading(
    'mdm-enrolments',
    { ...about, id: 'enrolment-second-channel-failed', certainty: 'likely', owner: 'vendor' },
    (facts) => {
      const linked = intuneOf(facts)?.linked;
      if (linked?.status !== 3) return null;
      return {
        evidence: [
          fact('mdm-enrolments', 'linked.status', linked.status),
          fact('mdm-enrolments', 'linked.error', linked.error),
        ],
        codes: linked.error ? [linked.error] : [],
        values: { code: linked.error ?? '' },
      };
    },
  ),
  ofReading(
    'mdm-enrolments',
    {
      ...about,
      id: 'enrolment-second-channel-locked',
      severity: 'notice',
      certainty: 'likely',
      owner: 'vendor',
    },
    (facts) => {
      const linked = intuneOf(facts)?.linked;
      if (linked?.locked !== 'yes') return null;
      return { evidence: [fact('mdm-enrolments', 'linked.locked', linked.locked)] };
    },
  ),
  ofReading(
    'mdm-enrolments',
    {
      ...about,
      id: 'managed-by-another-system',
      severity: 'notice',
      certainty: 'likely',
      explains: ['enrolment-blocked-by-manager'],
    },
    ({ externallyManaged, intune }, snapshot) => {
      if (externallyManaged !== 'yes' || intune !== 'no') return null;
      const asked = valueOf(snapshot, 'mdm-auto-enrolment')?.policy === 'yes';
      return {
        ...(asked ? { severity: 'attention' as const } : {}),
        evidence: [fact('mdm-enrolments', 'externallyManaged', externallyManaged)],
      };
    },
  ),
  ofReading(
    'mdm-enrolments',
    { ...about, id: 'enrolment-without-person', severity: 'notice', certainty: 'likely' },
    (facts, snapshot) => {
      const own = intuneOf(facts);
      if (own?.state !== 1 || own.standInUser !== 'yes') return null;
      // A Cloud PC is always set up this way.
      if (!inUse(snapshot) || valueOf(snapshot, 'virtual-desktop')?.cloudPc !== 'no') return null;
      return shown(own, 'user', own.user);
    },
  ),
];
