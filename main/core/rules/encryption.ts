import type { BitLocker, EncryptedVolume } from '../facts/protection';
import type { Rule } from '../finding';
import { valueOf, type Snapshot } from '../snapshot';
import { fact } from './evidence';
import { day, installedFor, inUse, isPhysicalPc } from './machine-conditions';
import { managementSources as sources } from './management-sources';
import { ofReading } from './of-reading';

const about = {
  link: 'encryption',
  severity: 'notice',
  certainty: 'proved',
  owner: 'technician',
  guide: null,
  source: sources.volumes,
  explains: [],
} as const;

/** The drive Windows stands on. The disk of a virtual machine is protected by its host. */
const systemVolume = ({ volumes }: BitLocker, snapshot: Snapshot): EncryptedVolume | null => {
  const drive = valueOf(snapshot, 'operating-system')?.systemDrive ?? null;
  if (drive === null || !isPhysicalPc(snapshot)) return null;
  return volumes.find(({ letter }) => letter === drive.toUpperCase()) ?? null;
};

const told = ({ letter, state }: EncryptedVolume) => ({
  evidence: [fact('bitlocker', letter, state)],
  values: { drive: letter },
});

const open = ['off', 'decrypting'];

export const encryptionRules: readonly Rule[] = [
  ofReading(
    'bitlocker',
    {
      ...about,
      id: 'encryption-demanded-but-off',
      severity: 'attention',
      source: sources.encryptionPolicy,
      explains: ['encryption-off'],
    },
    (facts, snapshot) => {
      const volume = systemVolume(facts, snapshot);
      const demanded = valueOf(snapshot, 'bitlocker-policy')?.demanded;
      if (!volume || !open.includes(volume.state) || demanded !== 'yes') return null;
      // A new PC encrypts itself in its first hours.
      if (!inUse(snapshot) || !installedFor(snapshot, day)) return null;
      const hit = told(volume);
      return {
        ...hit,
        evidence: [...hit.evidence, fact('bitlocker-policy', 'demanded', demanded)],
      };
    },
  ),
  ofReading('bitlocker', { ...about, id: 'encryption-off' }, (facts, snapshot) => {
    const volume = systemVolume(facts, snapshot);
    return volume && open.includes(volume.state) ? told(volume) : null;
  }),
  ofReading(
    // All that can be had without administrator rights, and no newer than the last start.
    'bitlocker-at-start',
    { ...about, id: 'encryption-off-at-start', certainty: 'likely' },
    ({ systemDriveProtected }, snapshot) =>
      systemDriveProtected === 'no' && isPhysicalPc(snapshot)
        ? { evidence: [fact('bitlocker-at-start', 'systemDriveProtected', systemDriveProtected)] }
        : null,
  ),
  ofReading(
    // Windows suspends it for one restart when firmware is updated: only a fault where none is waiting.
    'bitlocker',
    { ...about, id: 'encryption-suspended', topics: ['reset'] },
    (facts, snapshot) => {
      const volume = systemVolume(facts, snapshot);
      if (volume?.state !== 'suspended' || volume.waitingForAccount === 'yes') return null;
      const demanded = valueOf(snapshot, 'bitlocker-policy')?.demanded === 'yes';
      const idle = valueOf(snapshot, 'pending-restart')?.pending === 'no';
      return {
        ...told(volume),
        ...(demanded && idle ? { severity: 'attention' as const } : {}),
      };
    },
  ),
  ofReading(
    'bitlocker',
    { ...about, id: 'encryption-waits-for-account', certainty: 'likely', owner: 'user' },
    (facts, snapshot) => {
      const volume = systemVolume(facts, snapshot);
      return volume?.waitingForAccount === 'yes' ? told(volume) : null;
    },
  ),
  ofReading(
    'bitlocker',
    { ...about, id: 'encryption-under-way', owner: 'user', topics: ['reset'] },
    (facts, snapshot) => {
      const volume = systemVolume(facts, snapshot);
      return volume?.state === 'encrypting'
        ? {
            ...told(volume),
            values: { drive: volume.letter, percent: volume.encryptedPercent ?? '' },
          }
        : null;
    },
  ),
  ofReading(
    'bitlocker',
    { ...about, id: 'drive-locked', owner: 'user', topics: ['reset'] },
    ({ volumes }) => {
      const locked = volumes.find(({ state }) => state === 'locked');
      return locked ? told(locked) : null;
    },
  ),
  ofReading(
    'key-escrow',
    { ...about, id: 'recovery-key-not-saved', source: sources.recoveryKey, topics: ['reset'] },
    ({ last }, snapshot) => {
      if (last?.outcome !== 'failed' || !isPhysicalPc(snapshot)) return null;
      return {
        codes: last.code ? [last.code] : [],
        evidence: [fact('key-escrow', 'outcome', last.outcome)],
        values: { code: last.code ?? '' },
      };
    },
  ),
  ofReading(
    // The log forgets: silence is no proof that there is no copy.
    'key-escrow',
    {
      ...about,
      id: 'recovery-key-unproved',
      certainty: 'possible',
      source: sources.recoveryKey,
      topics: ['reset'],
    },
    ({ last }, snapshot) => {
      const facts = valueOf(snapshot, 'bitlocker');
      const volume = facts ? systemVolume(facts, snapshot) : null;
      if (last !== null || volume?.state !== 'protected') return null;
      return {
        evidence: [
          fact('bitlocker', volume.letter, volume.state),
          fact('key-escrow', 'last', null),
        ],
      };
    },
  ),
];
