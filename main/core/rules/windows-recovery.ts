import type { Breakage, DiskSpace } from '../facts/recovery';
import type { Rule } from '../finding';
import { joinTypeOf } from '../join';
import { fact, registrationOf, rowsOf } from './evidence';
import { day, isPhysicalPc, isRecent, isResettable } from './machine-conditions';
import { managementSources as sources } from './management-sources';
import { ofReading } from './of-reading';

/** Nothing of this hurts today. It decides whether a way back would work. */
const about = {
  link: 'recovery',
  severity: 'notice',
  certainty: 'proved',
  owner: 'technician',
  guide: null,
  source: sources.recovery,
  explains: [],
  topics: ['reset'],
} as const;

const gigabyte = 1024 ** 3;
const wanted = 10 * gigabyte;
/** Less than this and Windows itself stumbles: no updates, no new profile, no saved file. */
const full = gigabyte / 2;

const systemVolume = ({ systemDrive, volumes }: DiskSpace) =>
  volumes.find(({ letter }) => systemDrive !== null && letter === systemDrive) ?? null;

const gigabytes = (bytes: number): number => Math.round((bytes / gigabyte) * 10) / 10;

const broken = (breaks: Breakage['breaks'], id: string, source: string): Rule =>
  ofReading(
    'windows-version',
    { ...about, id, certainty: 'likely', owner: 'user', source },
    ({ breakages, build, revision }, snapshot) => {
      const known = breakages.find((breakage) => breakage.breaks === breaks);
      if (known === undefined || !isResettable(snapshot)) return null;
      const version = `${String(build)}.${String(revision)}`;
      return {
        evidence: [fact('windows-version', 'build', version)],
        values: { version, update: known.update, mendedBy: known.mendedBy },
      };
    },
  );

export const windowsRecoveryRules: readonly Rule[] = [
  broken('reset', 'reset-broken-by-update', sources.resetBroken),
  broken('recovery-input', 'recovery-keyboard-broken-by-update', sources.recoveryInputBroken),
  ofReading(
    'recovery-environment',
    { ...about, id: 'recovery-switched-off' },
    ({ enabled, from }, snapshot) =>
      enabled === 'no' && isResettable(snapshot)
        ? {
            evidence: [
              fact('recovery-environment', 'enabled', enabled),
              fact('recovery-environment', 'from', from),
            ],
          }
        : null,
  ),
  ofReading(
    'recovery-environment',
    { ...about, id: 'recovery-not-found', certainty: 'likely' },
    ({ enabled, location, bootEntry, from }, snapshot) => {
      // The file keeps an empty path on healthy PCs of some makers: both marks must be missing.
      if (enabled !== 'yes' || location !== null || bootEntry !== null || from !== 'file')
        return null;
      return isResettable(snapshot)
        ? { evidence: [fact('recovery-environment', 'location', location)] }
        : null;
    },
  ),
  ofReading(
    'recovery-environment',
    { ...about, id: 'recovery-records-differ', certainty: 'likely' },
    ({ disagree, enabled }, snapshot) =>
      disagree && isResettable(snapshot)
        ? { evidence: [fact('recovery-environment', 'enabled', enabled)] }
        : null,
  ),
  ofReading(
    'recovery-environment',
    { ...about, id: 'recovery-operation-waiting', certainty: 'likely' },
    ({ operationPending }, snapshot) =>
      operationPending === 'yes' && isResettable(snapshot)
        ? { evidence: [fact('recovery-environment', 'operationPending', operationPending)] }
        : null,
  ),
  ofReading(
    'disk-space',
    {
      ...about,
      id: 'reset-lacks-space',
      certainty: 'possible',
      owner: 'user',
      source: sources.reset,
    },
    (facts, snapshot) => {
      const volume = systemVolume(facts);
      if (!volume || volume.free >= wanted || !isResettable(snapshot)) return null;
      return {
        evidence: [fact('disk-space', volume.letter, volume.free)],
        values: { free: gigabytes(volume.free), wanted: gigabytes(wanted) },
      };
    },
  ),
  ofReading(
    'disk-space',
    {
      ...about,
      id: 'system-drive-full',
      severity: 'attention',
      certainty: 'likely',
      owner: 'user',
      source: sources.reset,
      explains: ['updates-failing', 'reset-lacks-space'],
    },
    (facts) => {
      const volume = systemVolume(facts);
      if (!volume || volume.size < 20 * gigabyte || volume.free >= full) return null;
      return {
        evidence: [fact('disk-space', volume.letter, volume.free)],
        values: { free: Math.round(volume.free / 1024 ** 2) },
      };
    },
  ),
  ofReading(
    'power',
    { ...about, id: 'reset-needs-mains', owner: 'user', source: sources.reset },
    ({ hasBattery, onMains, charge }, snapshot) =>
      hasBattery === 'yes' && onMains === 'no' && isPhysicalPc(snapshot)
        ? {
            evidence: [fact('power', 'onMains', onMains), fact('power', 'charge', charge)],
          }
        : null,
  ),
  {
    ...about,
    id: 'autopilot-reset-not-for-hybrid',
    owner: 'tenant',
    source: sources.autopilotReset,
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      if (!registration || joinTypeOf(registration) !== 'hybrid-joined') return null;
      if (!isResettable(snapshot)) return null;
      return { evidence: rowsOf(registration, 'AzureAdJoined', 'DomainJoined') };
    },
  },
  ofReading(
    'windows-version',
    { ...about, id: 'windows-installed-recently', owner: 'user', source: sources.reset },
    ({ installedAt }, snapshot) =>
      isRecent(snapshot, installedAt, 7 * day)
        ? {
            evidence: [fact('windows-version', 'installedAt', installedAt)],
            values: {
              days: Math.floor(((snapshot.observedAt ?? 0) - (installedAt ?? 0)) / day),
            },
          }
        : null,
  ),
];
