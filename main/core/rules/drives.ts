import type { DriveStatus, MappedDrives } from '../facts/on-premises';
import type { Evidence, Rule } from '../finding';
import { valueOf, type Snapshot } from '../snapshot';
import { deviceSources } from './device-sources';
import { fact } from './evidence';
import { callerOf, joinOf, onVerifiedNetwork, verifiedProof } from './expected';
import { isVersionFour } from './places';

const about = {
  link: 'file-server',
  severity: 'notice',
  certainty: 'likely',
  owner: 'user',
  guide: null,
  source: deviceSources.drives,
  explains: [],
} as const;

type Connected = NonNullable<MappedDrives['connected']>[number];

const dead = new Set<DriveStatus>(['unavailable', 'network-error']);
const waiting = new Set<DriveStatus>(['disconnected', 'paused', 'reconnecting']);

export const drivesThat = (snapshot: Snapshot, states: ReadonlySet<DriveStatus>): Connected[] =>
  valueOf(snapshot, 'mapped-drives')?.connected?.filter(({ status }) => states.has(status)) ?? [];

export const deadDrives = (snapshot: Snapshot): Connected[] => drivesThat(snapshot, dead);

export const serverOf = (path: string): string => /^\\\\([^\\]+)/.exec(path)?.[1] ?? '';

const proof = (drives: readonly { letter: string | null; path: string; status?: string }[]) =>
  drives
    .slice(0, 5)
    .map(({ letter, path, status }): Evidence =>
      fact('mapped-drives', letter ?? path, status === undefined ? path : `${path} ${status}`),
    );

const remembered = (snapshot: Snapshot) => valueOf(snapshot, 'mapped-drives')?.remembered ?? [];

export const driveRules: readonly Rule[] = [
  {
    // Away from the company's network this is normal; on it, it is not.
    ...about,
    id: 'drives-unreachable',
    owner: 'network',
    when: (snapshot) => {
      const drives = deadDrives(snapshot);
      if (drives.length === 0) return null;
      return {
        severity: onVerifiedNetwork(snapshot) ? 'attention' : 'notice',
        evidence: [...proof(drives), ...verifiedProof(snapshot)],
        values: {
          count: drives.length,
          server: serverOf(drives[0]?.path ?? ''),
          place: onVerifiedNetwork(snapshot) ? 'company' : 'other',
        },
      };
    },
  },
  {
    ...about,
    id: 'drives-waiting',
    when: (snapshot) => {
      const drives = drivesThat(snapshot, waiting);
      if (drives.length === 0) return null;
      return { evidence: proof(drives), values: { count: drives.length } };
    },
  },
  {
    // A drive belongs to the sign-in that made it; "run as administrator" is another one.
    ...about,
    id: 'drives-hidden-from-administrator',
    certainty: 'proved',
    owner: 'technician',
    source: deviceSources.linkedDrives,
    when: (snapshot) => {
      const drives = valueOf(snapshot, 'mapped-drives');
      if (drives?.connected?.length !== 0 || drives.remembered.length === 0) return null;
      if (callerOf(snapshot)?.elevated !== true) return null;
      return { evidence: proof(drives.remembered), values: { count: drives.remembered.length } };
    },
  },
  {
    ...about,
    id: 'drive-by-number',
    certainty: 'possible',
    owner: 'technician',
    source: deviceSources.kerberosGuide,
    when: (snapshot) => {
      const drives = remembered(snapshot).filter(({ path }) => isVersionFour(serverOf(path)));
      if (drives.length === 0) return null;
      return { evidence: proof(drives), values: { server: serverOf(drives[0]?.path ?? '') } };
    },
  },
  {
    ...about,
    id: 'drive-by-short-name',
    certainty: 'possible',
    owner: 'technician',
    source: deviceSources.singleSignOn,
    when: (snapshot) => {
      if (joinOf(snapshot) !== 'entra-joined') return null;
      const drives = remembered(snapshot).filter(({ path }) => /^[^.]+$/.test(serverOf(path)));
      if (drives.length === 0) return null;
      return { evidence: proof(drives), values: { server: serverOf(drives[0]?.path ?? '') } };
    },
  },
];
