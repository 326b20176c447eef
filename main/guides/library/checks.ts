import type { ProbeId } from '../../core/facts/index';
import type { Owner } from '../../core/finding';
import { isEntraJoined, joinTypeOf, registeredOf } from '../../core/join';
import { clockStands } from '../../core/clock';
import { prtExpected, prtHealthy } from '../../core/prt';
import * as files from '../../core/readiness/data-lines';
import type { Judge } from '../../core/readiness/line';
import * as machine from '../../core/readiness/machine-lines';
import * as way from '../../core/readiness/way-back';
import { triOf, type Tri } from '../../core/reading';
import type { JoinType } from '../../core/facts/registration';
import { valueOf, type Snapshot } from '../../core/snapshot';
import { subjectOf } from '../../core/subject';
import type { Check, Fit } from '../guide';

export const check = (reads: readonly ProbeId[], holds: (snapshot: Snapshot) => Tri): Check => ({
  reads,
  holds,
});

export const not = (tri: Tri): Tri => (tri === 'yes' ? 'no' : tri === 'no' ? 'yes' : 'unknown');

/** Every one must hold; a "no" decides, and what was not read leaves the whole open. */
export const all = (...checks: readonly Check[]): Check =>
  check([...new Set(checks.flatMap(({ reads }) => reads))], (snapshot) => {
    const told = checks.map((one) => one.holds(snapshot));
    if (told.includes('no')) return 'no';
    return told.includes('unknown') ? 'unknown' : 'yes';
  });

/** Whether it works is seen somewhere else: on a sheet of paper, on another computer, in the cloud. */
export const seenElsewhere: Check = check([], () => 'unknown');

/** The first witness that knows. */
const firstKnown = (...told: readonly (Tri | undefined)[]): Tri =>
  told.find((tri) => tri === 'yes' || tri === 'no') ?? 'unknown';

/** What the page before a reset says of one line, so that guide and page never differ. */
const line = (reads: readonly ProbeId[], judge: Judge): Check =>
  check(reads, (snapshot) => judge(snapshot, { pendingActions: null })?.state ?? 'unknown');

const registration = ['device-registration'] as const;

export const typeOf = (snapshot: Snapshot): JoinType => {
  const told = valueOf(snapshot, 'device-registration');
  return told === null ? 'unknown' : joinTypeOf(told);
};
const isType = (...types: readonly JoinType[]): Check =>
  check(registration, (snapshot) => {
    const type = typeOf(snapshot);
    return type === 'unknown' ? 'unknown' : triOf(types.includes(type));
  });

export const signedIn = check(registration, (snapshot) => {
  const told = valueOf(snapshot, 'device-registration');
  if (told === null) return 'unknown';
  const expected = prtExpected(told, subjectOf(told));
  return triOf(prtHealthy(told, expected, snapshot.observedAt));
});
export const atWork = check(registration, (snapshot) => {
  const told = valueOf(snapshot, 'device-registration');
  return told === null ? 'unknown' : triOf(isEntraJoined(told));
});
export const onlyRegistered = isType('entra-registered');
export const hybrid = isType('hybrid-joined');
export const cloudOnly = isType('entra-joined');
export const inDomain = isType('hybrid-joined', 'domain-joined');
export const accepted = check(registration, (snapshot) => {
  const state = valueOf(snapshot, 'device-registration')?.deviceAuth.state ?? 'unknown';
  if (state === 'success') return 'yes';
  return state === 'disabled-or-deleted' ? 'no' : 'unknown';
});
export const noSecondAccount = check(registration, (snapshot) => {
  const told = valueOf(snapshot, 'device-registration');
  return told === null ? 'unknown' : not(triOf(registeredOf(told)));
});
export const helloSet = check(
  registration,
  (snapshot) => valueOf(snapshot, 'device-registration')?.ngc.set ?? 'unknown',
);
export const pinKeepsKeys = check(
  ['pin-reset'],
  (snapshot) => valueOf(snapshot, 'pin-reset')?.recoveryService ?? 'unknown',
);
export const helloAllowed = check(['hello-policy'], (snapshot) => {
  const told = valueOf(snapshot, 'hello-policy');
  return told === null ? 'unknown' : not(triOf(told.effective.enabled === false));
});
export const resetLinkOffered = check(['password-reset-link'], (snapshot) => {
  const told = valueOf(snapshot, 'password-reset-link');
  if (told === null) return 'unknown';
  return told.blockers.length > 0 ? 'no' : told.offered;
});

export const online = check(['network-profiles'], (snapshot) => {
  const profiles = valueOf(snapshot, 'network-profiles')?.profiles;
  if (profiles === undefined) return 'unknown';
  const levels = profiles.flatMap(({ ipv4, ipv6 }) => [ipv4, ipv6]);
  if (levels.includes('internet')) return 'yes';
  const dead = (level: string) => level === 'disconnected' || level === 'no-traffic';
  return levels.every(dead) ? 'no' : 'unknown';
});
export const controllerFound = check(['domain-controller'], (snapshot) => {
  const told = valueOf(snapshot, 'domain-controller');
  return told === null ? 'unknown' : triOf(told.found !== null);
});
export const vpnUp = check(['adapters'], (snapshot) => {
  const tunnels = valueOf(snapshot, 'adapters')?.adapters.filter(({ vpn }) => vpn !== null);
  if (tunnels === undefined || tunnels.length === 0) return 'unknown';
  return triOf(tunnels.some(({ connected }) => connected === 'yes'));
});
export const drivesConnected = check(['mapped-drives'], (snapshot) => {
  const connected = valueOf(snapshot, 'mapped-drives')?.connected ?? null;
  if (connected === null) return 'unknown';
  const states = connected.map(({ status }) => status);
  if (states.includes('unknown')) return 'unknown';
  return triOf(states.every((status) => status === 'ok'));
});
/** A clock may ask its server in vain for long: what it is told and does not dare to follow counts as well. */
export const clockRight = check(['clock-sync'], (snapshot) => {
  const told = valueOf(snapshot, 'clock-sync');
  return told === null ? 'unknown' : clockStands(told);
});
export const zoneAutomatic = check(
  ['time-zone'],
  (snapshot) => valueOf(snapshot, 'time-zone')?.setAutomatically ?? 'unknown',
);

export const managed = check(
  ['mdm-enrolments'],
  (snapshot) => valueOf(snapshot, 'mdm-enrolments')?.intune ?? 'unknown',
);
const day = 24 * 3_600_000;
/** The server's own times are for the system alone; the log of the sessions is open to everybody. */
export const heardToday = check(['mdm-server-times', 'mdm-sessions'], (snapshot) => {
  const servers = valueOf(snapshot, 'mdm-server-times')?.servers ?? [];
  const times = [
    ...servers.map(({ lastSuccess }) => lastSuccess),
    valueOf(snapshot, 'mdm-sessions')?.lastEnd ?? null,
  ].filter((time) => time !== null);
  return times.length === 0 || snapshot.observedAt === null
    ? 'unknown'
    : triOf(snapshot.observedAt - Math.max(...times) < day);
});
export const noOrphans = check(['mdm-enrolments'], (snapshot) => {
  const told = valueOf(snapshot, 'mdm-enrolments');
  if (told === null) return 'unknown';
  const orphans = told.enrolments.map(({ orphan }) => orphan);
  if (orphans.includes('yes')) return 'no';
  return orphans.includes('unknown') ? 'unknown' : 'yes';
});
export const driveProtected = check(['bitlocker', 'bitlocker-at-start'], (snapshot) => {
  const volume = valueOf(snapshot, 'bitlocker')?.volumes.find(({ letter }) => letter === 'C:');
  const atStart = valueOf(snapshot, 'bitlocker-at-start')?.systemDriveProtected;
  return firstKnown(volume?.protection, atStart);
});
const every = (list: readonly Tri[] | undefined): Tri => {
  if (list === undefined || list.length === 0) return 'unknown';
  if (list.includes('no')) return 'no';
  return list.includes('unknown') ? 'unknown' : 'yes';
};
export const firewallOn = check(['firewall'], (snapshot) =>
  every(valueOf(snapshot, 'firewall')?.profiles.map(({ on }) => on)),
);
export const antivirusOn = check(['antivirus-products'], (snapshot) => {
  const products = valueOf(snapshot, 'antivirus-products')?.products;
  if (products === undefined) return 'unknown';
  return triOf(products.some(({ on }) => on === 'yes'));
});
export const noRestartWaits = line(['pending-restart'], machine.restart);
export const keySaved = line(
  ['bitlocker', 'bitlocker-at-start', 'key-escrow', 'disk-space'],
  machine.recoveryKey,
);
export const recoveryOn = line(['recovery-environment'], machine.recovery);
export const nothingWaits = line(['recovery-environment'], machine.waiting);
export const powered = line(['power'], machine.power);
export const roomEnough = line(['disk-space'], machine.space);
export const buildGood = line(['windows-version'], machine.build);
export const resettable = line(['virtual-desktop', 'windows-version'], machine.resettable);
export const foldersSafe = line(['onedrive', 'device-registration', 'last-sign-in'], files.folders);
export const comesBack = line(
  [
    'device-registration',
    'autopilot-profile',
    'autopilot-events',
    'autopilot-policy-cache',
    'domain-controller',
    'network-profiles',
  ],
  way.comesBackErased,
);
export const localAdministrator = line(['local-accounts'], way.localAdministrator);

export const cloudPc = check(
  ['virtual-desktop'],
  (snapshot) => valueOf(snapshot, 'virtual-desktop')?.cloudPc ?? 'unknown',
);
/** Seen from inside, where somebody who is stuck could not look from. Elsewhere nobody can tell. */
export const cloudPcWorks: Check = check(
  [...cloudPc.reads, ...signedIn.reads, ...accepted.reads],
  (snapshot) =>
    cloudPc.holds(snapshot) === 'yes' ? all(signedIn, accepted).holds(snapshot) : 'unknown',
);
export const setUpDone = check(['setup-phase'], (snapshot) =>
  not(valueOf(snapshot, 'setup-phase')?.inSetup ?? 'unknown'),
);
export const profileThere = check(
  ['autopilot-profile'],
  (snapshot) => valueOf(snapshot, 'autopilot-profile')?.present ?? 'unknown',
);
export const ownOrganisation = check(
  ['autopilot-profile'],
  (snapshot) => valueOf(snapshot, 'autopilot-profile')?.tenantMatched ?? 'unknown',
);
export const chipReady = check(
  ['tpm'],
  (snapshot) => valueOf(snapshot, 'tpm')?.attestationReady ?? 'unknown',
);
export const chipThere = check(['tpm', 'tpm-ownership'], (snapshot) =>
  firstKnown(valueOf(snapshot, 'tpm')?.present, valueOf(snapshot, 'tpm-ownership')?.enabled),
);
export const chipUnlocked = check(['tpm'], (snapshot) =>
  not(valueOf(snapshot, 'tpm')?.lockedOut ?? 'unknown'),
);
export const chipFirmwareGood = check(['tpm'], (snapshot) =>
  not(valueOf(snapshot, 'tpm')?.vulnerableFirmware ?? 'unknown'),
);
export const notHome = check(['windows-version'], (snapshot) =>
  not(valueOf(snapshot, 'windows-version')?.home ?? 'unknown'),
);
export const keysSwitchedOn = check(
  ['reset-options'],
  (snapshot) => valueOf(snapshot, 'reset-options')?.localAutopilotReset ?? 'unknown',
);
export const notDevicePreparation = check(['device-preparation'], (snapshot) =>
  not(valueOf(snapshot, 'device-preparation')?.used ?? 'unknown'),
);
const tracked = (kinds: readonly string[]): Check =>
  check(['setup-tracking'], (snapshot) => {
    const items = valueOf(snapshot, 'setup-tracking')?.items ?? null;
    if (items === null) return 'unknown';
    return not(triOf(items.some(({ kind, state }) => kinds.includes(kind) && state === 'failed')));
  });
export const appsFine = tracked(['msi', 'store-app', 'win32-app']);
export const policiesFine = tracked(['policy']);
export const certificatesFine = tracked(['certificate', 'network']);
export const domainBlobFine = check(['offline-domain-join'], (snapshot) => {
  const state = valueOf(snapshot, 'offline-domain-join')?.state ?? 'unknown';
  if (state === 'unknown') return 'unknown';
  return triOf(state === 'applied' || state === 'none');
});
export const preparationFine = check(['device-preparation'], (snapshot) => {
  const told = valueOf(snapshot, 'device-preparation');
  if (told === null || told.phase === 'unknown') return 'unknown';
  return triOf((told.page?.errorMessage ?? null) === null);
});
export const joinTaskReady = check(['join-tasks'], (snapshot) => {
  const task = valueOf(snapshot, 'join-tasks')?.tasks.find(
    ({ name }) => name === 'Automatic-Device-Join',
  );
  if (task === undefined) return valueOf(snapshot, 'join-tasks') === null ? 'unknown' : 'no';
  return task.state === 'unknown' ? 'unknown' : triOf(task.state !== 'disabled');
});
export const clientProvisioned = check(['co-management'], (snapshot) =>
  not(valueOf(snapshot, 'co-management')?.provisioningMode ?? 'unknown'),
);
export const coManaged = check(
  ['co-management'],
  (snapshot) => valueOf(snapshot, 'co-management')?.on ?? 'unknown',
);
export const clientThere = check(
  ['co-management'],
  (snapshot) => valueOf(snapshot, 'co-management')?.clientInstalled ?? 'unknown',
);
export const activated = check(
  ['licence'],
  (snapshot) => valueOf(snapshot, 'licence')?.activated ?? 'unknown',
);

type Refusal = readonly [when: Check, reason: string, handOver: Owner];

/** Refused where one of these is certainly so; fits where `wanted` certainly holds; else nobody knows. */
export const fitting =
  (wanted: Check | null, ...refusals: readonly Refusal[]) =>
  (snapshot: Snapshot): Fit => {
    const hit = refusals.find(([when]) => when.holds(snapshot) === 'yes');
    if (hit !== undefined) return { refused: hit[1], handOver: hit[2] };
    return wanted === null || wanted.holds(snapshot) === 'yes' ? 'yes' : 'unsure';
  };
/** Where this certainly does not hold. */
export const unless = (one: Check): Check =>
  check(one.reads, (snapshot) => not(one.holds(snapshot)));
