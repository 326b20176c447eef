import { isEntraJoined } from '../join';
import { valueOf, type Snapshot } from '../snapshot';
import { registrationOf } from './evidence';

/*
 * Each of these wants proof. A condition that could not be read is not met, so that a reading that is
 * missing can take a finding away and never make one.
 */

export const hour = 3_600_000;
export const day = 24 * hour;

export const ageOf = (snapshot: Snapshot, at: number | null | undefined): number | null =>
  snapshot.observedAt === null || at === null || at === undefined ? null : snapshot.observedAt - at;

export const isOlder = (snapshot: Snapshot, at: number | null | undefined, age: number): boolean =>
  (ageOf(snapshot, at) ?? -1) >= age;

export const isRecent = (snapshot: Snapshot, at: number | null | undefined, age: number): boolean =>
  (ageOf(snapshot, at) ?? age) < age;

export const inSetup = (snapshot: Snapshot): boolean =>
  valueOf(snapshot, 'setup-phase')?.inSetup === 'yes';

/** Set-up is through: what is missing now is not merely still to come. */
export const inUse = (snapshot: Snapshot): boolean =>
  valueOf(snapshot, 'setup-phase')?.inSetup === 'no';

export const isOnline = (snapshot: Snapshot): boolean =>
  valueOf(snapshot, 'network-profiles')?.profiles.some(
    ({ ipv4, ipv6 }) => ipv4 === 'internet' || ipv6 === 'internet',
  ) === true;

export const upFor = (snapshot: Snapshot, age: number): boolean =>
  isOlder(snapshot, valueOf(snapshot, 'operating-system')?.startedAt, age);

/** A new Windows needs time to fetch what it lacks. */
export const installedFor = (snapshot: Snapshot, age: number): boolean =>
  isOlder(snapshot, valueOf(snapshot, 'windows-version')?.installedAt, age);

export const isClient = (snapshot: Snapshot): boolean => {
  const family = valueOf(snapshot, 'windows-version')?.family;
  return family === 'windows-10' || family === 'windows-11';
};

/** Hardware somebody can hold: a virtual machine's chip and drive are its host's business. */
export const isPhysicalPc = (snapshot: Snapshot): boolean =>
  isClient(snapshot) && valueOf(snapshot, 'virtual-desktop')?.kind === 'physical';

/** A Cloud PC or a shared desktop is made anew by its service and never reset from inside. */
export const isResettable = (snapshot: Snapshot): boolean => {
  const kind = valueOf(snapshot, 'virtual-desktop')?.kind;
  return isClient(snapshot) && (kind === 'physical' || kind === 'virtual-machine');
};

export const isJoined = (snapshot: Snapshot): boolean => {
  const registration = registrationOf(snapshot);
  return registration !== null && isEntraJoined(registration) === true;
};

export const isManaged = (snapshot: Snapshot): boolean =>
  valueOf(snapshot, 'mdm-enrolments')?.intune === 'yes';
