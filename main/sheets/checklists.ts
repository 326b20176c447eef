import { shownIn, type Point, type Row } from '../core/batch/sheet';
import type { Facts, ProbeId } from '../core/facts/index';
import type { TrackedKind } from '../core/facts/autopilot';
import type { Evidence } from '../core/finding';
import { triOf, type Tri } from '../core/reading';
import { fact } from '../core/rules/evidence';
import { valueOf, type Snapshot } from '../core/snapshot';
import type { Check } from '../guides/guide';
import * as checks from '../guides/library/checks';

interface Question {
  id: string;
  reads: readonly ProbeId[];
  holds(snapshot: Snapshot, row: Row): Tri;
  proof(snapshot: Snapshot, row: Row): Evidence[];
}

type Shown = Record<string, string | number | boolean | null>;

/** What stands behind a tick, under its technical names; nothing where nothing was read. */
const shows =
  <K extends ProbeId>(probe: K, pick: (value: Facts[K]) => Shown) =>
  (snapshot: Snapshot): Evidence[] => {
    const value = valueOf(snapshot, probe);
    return value === null
      ? []
      : Object.entries(pick(value)).map(([field, told]) => fact(probe, field, told));
  };

/** The guides ask the same: sheet and guide never differ. */
const asked = (
  id: string,
  check: Check,
  ...proofs: readonly ((snapshot: Snapshot) => Evidence[])[]
): Question => ({
  id,
  reads: check.reads,
  holds: (snapshot) => check.holds(snapshot),
  proof: (snapshot) => proofs.flatMap((proof) => proof(snapshot)),
});

const registration = shows('device-registration', (told) => ({
  AzureAdJoined: told.joinRows.entra,
  DomainJoined: told.joinRows.domain,
  TenantName: told.tenant.name,
  DeviceAuthStatus: told.deviceAuth.state,
}));
const apps: readonly TrackedKind[] = ['msi', 'store-app', 'win32-app'];

const itemsOf = (snapshot: Snapshot, kinds: readonly TrackedKind[]) =>
  valueOf(snapshot, 'setup-tracking')?.items?.filter(({ kind }) => kinds.includes(kind)) ?? [];

/** All of a kind are through. Where set-up kept no list of them, nobody knows. */
const through = (kinds: readonly TrackedKind[]): Check =>
  checks.check(['setup-tracking'], (snapshot) => {
    const states = itemsOf(snapshot, kinds).map(({ state }) => state);
    if (states.length === 0) return 'unknown';
    if (states.every((state) => state === 'succeeded' || state === 'not-required')) return 'yes';
    return states.includes('unknown') && !states.includes('failed') ? 'unknown' : 'no';
  });

const mostNamed = 12;
const listed =
  (kinds: readonly TrackedKind[]) =>
  (snapshot: Snapshot): Evidence[] =>
    itemsOf(snapshot, kinds)
      .slice(0, mostNamed)
      .map(({ name, state }) => fact('setup-tracking', name.slice(0, 200), state));

/** Names Windows makes up for a PC nobody has named. */
const madeUp = /^(?:DESKTOP|LAPTOP|WIN|MININT)-[A-Z0-9]{6,11}$/iu;

const nameHolds = (snapshot: Snapshot, row: Row): Tri => {
  const name = valueOf(snapshot, 'machine')?.name ?? null;
  const wanted = shownIn(row, 'name');
  if (name === null) return 'unknown';
  if (wanted !== null) return triOf(wanted.toLowerCase() === name.toLowerCase());
  return madeUp.test(name) ? 'no' : 'unknown';
};

/** A tag is a label on the case: that it was written down here is all a program can see. */
const tagHolds = (_snapshot: Snapshot, row: Row): Tri =>
  shownIn(row, 'asset-tag') === null ? 'no' : 'yes';

const onSheet = (field: 'name' | 'asset-tag', row: Row): Evidence[] => {
  const value = shownIn(row, field);
  return value === null ? [] : [{ source: 'sheet', field, value }];
};

const power = shows('power', ({ onMains, charge }) => ({ onMains, charge }));

const preflight: readonly Question[] = [
  asked(
    'edition',
    checks.notHome,
    shows('windows-version', ({ edition, build }) => ({ edition, build })),
  ),
  asked(
    'chip',
    checks.chipThere,
    shows('tpm', ({ present, version, manufacturer }) => ({ present, version, manufacturer })),
  ),
  asked(
    'attestation',
    checks.chipReady,
    shows('tpm', ({ attestationReady, vulnerableFirmware }) => ({
      attestationReady,
      vulnerableFirmware,
    })),
  ),
  asked(
    'recovery',
    checks.recoveryOn,
    shows('recovery-environment', ({ enabled }) => ({ enabled })),
  ),
  asked('power', checks.powered, power),
  asked(
    'online',
    checks.online,
    shows('network-profiles', ({ profiles }) =>
      Object.fromEntries(profiles.map(({ ipv4 }, nr) => [`network ${String(nr + 1)}`, ipv4])),
    ),
  ),
  asked(
    'clock',
    checks.clockRight,
    shows('clock-sync', ({ synchronised }) => ({ synchronised })),
  ),
  asked(
    'profile',
    checks.profileThere,
    shows('autopilot-profile', ({ present, profileName }) => ({ present, profileName })),
  ),
  asked(
    'owner',
    checks.ownOrganisation,
    shows('autopilot-profile', ({ tenantMatched, ownerTenantDomain }) => ({
      tenantMatched,
      ownerTenantDomain,
    })),
  ),
];

const signOff: readonly Question[] = [
  asked(
    'set-up',
    checks.setUpDone,
    shows('setup-phase', ({ inSetup, imageState }) => ({ inSetup, imageState })),
  ),
  asked('join', checks.all(checks.atWork, checks.accepted), registration),
  asked(
    'mdm',
    checks.all(checks.managed, checks.heardToday),
    shows('mdm-enrolments', ({ intune }) => ({ intune })),
    shows('mdm-server-times', ({ servers }) => ({
      lastSuccess: newest(servers.map(({ lastSuccess }) => lastSuccess)),
    })),
    shows('mdm-sessions', ({ lastEnd }) => ({ lastSession: newest([lastEnd]) })),
  ),
  asked(
    'policies',
    through(['policy', 'certificate', 'network']),
    listed(['policy', 'certificate', 'network']),
  ),
  asked(
    'encryption',
    checks.driveProtected,
    shows('bitlocker', ({ volumes }) =>
      Object.fromEntries(volumes.map(({ letter, state }) => [letter, state])),
    ),
    shows('bitlocker-at-start', ({ systemDriveProtected }) => ({ systemDriveProtected })),
  ),
  asked(
    'escrow',
    checks.keySaved,
    shows('key-escrow', ({ last }) => ({
      last: last?.outcome ?? null,
      at: last === null || last.at === null ? null : new Date(last.at).toISOString(),
    })),
  ),
  asked(
    'hello',
    checks.helloSet,
    shows('device-registration', ({ ngc }) => ({ NgcSet: ngc.set })),
  ),
  asked(
    'updates',
    checks.all(checks.buildGood, checks.noRestartWaits),
    shows('windows-version', ({ displayVersion, build, revision }) => ({
      displayVersion,
      build: `${String(build)}.${String(revision)}`,
    })),
    shows('pending-restart', ({ pending }) => ({ restartWaits: pending })),
  ),
  asked('apps', through(apps), listed(apps)),
  {
    id: 'name',
    reads: ['machine'],
    holds: nameHolds,
    proof: (snapshot, row) => [
      ...shows('machine', ({ name }) => ({ name }))(snapshot),
      // Two names stand side by side: this one was written down, not read.
      ...onSheet('name', row).map((noted) => ({ ...noted, field: 'name on the sheet' })),
    ],
  },
  {
    id: 'asset-tag',
    reads: [],
    holds: tagHolds,
    proof: (_snapshot, row) => onSheet('asset-tag', row),
  },
];

const newest = (times: readonly (number | null)[]): string | null => {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : new Date(Math.max(...known)).toISOString();
};

export const checklists = { preflight, 'sign-off': signOff } as const;
export type Checklist = keyof typeof checklists;

export const readsOf = (list: Checklist): ProbeId[] => [
  ...new Set(checklists[list].flatMap(({ reads }) => reads)),
];

export const pointsOf = (list: Checklist, snapshot: Snapshot, row: Row): Point[] =>
  checklists[list].map(({ id, holds, proof }) => ({
    id,
    state: holds(snapshot, row),
    proof: proof(snapshot, row),
  }));
