import { fact } from '../rules/evidence';
import { valueOf } from '../snapshot';
import type { VirtualKind } from '../facts/cloud-pc';
import type { Judge, Judged } from './line';
import { no, notRead, unknown, yes } from './line';

const gigabyte = 1024 ** 3;
const wanted = 10 * gigabyte;
const rounded = (bytes: number): number => Math.round((bytes / gigabyte) * 10) / 10;

const kinds: Record<VirtualKind, (kind: string) => Judged> = {
  physical: (kind) => yes('physical', [fact('virtual-desktop', 'kind', kind)]),
  'virtual-machine': (kind) => yes('virtual', [fact('virtual-desktop', 'kind', kind)]),
  'cloud-pc': (kind) => no('cloud-pc', [fact('virtual-desktop', 'kind', kind)]),
  'session-host': (kind) => no('shared', [fact('virtual-desktop', 'kind', kind)]),
  'multi-session-host': (kind) => no('shared', [fact('virtual-desktop', 'kind', kind)]),
  unknown: () => notRead,
};

export const resettable: Judge = (snapshot) => {
  const family = valueOf(snapshot, 'windows-version')?.family;
  if (family === 'server') return no('server', [fact('windows-version', 'family', family)]);
  const kind = valueOf(snapshot, 'virtual-desktop')?.kind ?? 'unknown';
  return kinds[kind](kind);
};

export const recovery: Judge = (snapshot) => {
  const facts = valueOf(snapshot, 'recovery-environment');
  if (facts === null) return notRead;
  const { enabled, location, bootEntry, from, disagree } = facts;
  const proof = [fact('recovery-environment', 'enabled', enabled)];
  if (enabled === 'no') return no('off', proof);
  if (disagree) return no('records-differ', proof);
  if (enabled !== 'yes') return notRead;
  // The file keeps an empty path on healthy PCs of some makers: only both marks together count.
  if (from === 'file' && location === null && bootEntry === null)
    return no('not-found', [...proof, fact('recovery-environment', 'location', location)]);
  return yes('on', [...proof, fact('recovery-environment', 'location', location)]);
};

export const waiting: Judge = (snapshot) => {
  const pending = valueOf(snapshot, 'recovery-environment')?.operationPending ?? 'unknown';
  const proof = [fact('recovery-environment', 'operationPending', pending)];
  if (pending === 'unknown') return notRead;
  return pending === 'yes' ? no('operation', proof) : yes('nothing', proof);
};

export const restart: Judge = (snapshot) => {
  const facts = valueOf(snapshot, 'pending-restart');
  if (facts === null || facts.pending === 'unknown') return notRead;
  const set = facts.markers.filter((marker) => marker.set === 'yes').map(({ name }) => name);
  return facts.pending === 'yes'
    ? no('wanted', [fact('pending-restart', 'markers', set.join(', '))])
    : yes('none', [fact('pending-restart', 'pending', facts.pending)]);
};

export const power: Judge = (snapshot) => {
  const facts = valueOf(snapshot, 'power');
  if (facts === null) return notRead;
  if (facts.hasBattery === 'no')
    return yes('no-battery', [fact('power', 'hasBattery', facts.hasBattery)]);
  const proof = [fact('power', 'onMains', facts.onMains), fact('power', 'charge', facts.charge)];
  if (facts.onMains === 'unknown') return notRead;
  return facts.onMains === 'yes'
    ? yes('mains', proof)
    : no('battery', proof, { values: { charge: facts.charge ?? '?' } });
};

export const space: Judge = (snapshot) => {
  const facts = valueOf(snapshot, 'disk-space');
  const volume = facts?.volumes.find(
    ({ letter }) => facts.systemDrive !== null && letter === facts.systemDrive,
  );
  if (volume === undefined) return notRead;
  const proof = [fact('disk-space', volume.letter, volume.free)];
  const values = { free: rounded(volume.free), wanted: rounded(wanted) };
  return volume.free >= wanted ? yes('enough', proof, { values }) : no('little', proof, { values });
};

/** A build without a known fault is not a tested one; it is only not on the list. */
export const build: Judge = (snapshot) => {
  const facts = valueOf(snapshot, 'windows-version');
  if (facts === null || facts.build === null || facts.revision === null) return notRead;
  const version = `${String(facts.build)}.${String(facts.revision)}`;
  const proof = [fact('windows-version', 'build', version)];
  const known =
    facts.breakages.find(({ breaks }) => breaks === 'reset') ?? facts.breakages[0] ?? null;
  if (known === null) return yes('not-listed', proof, { values: { version } });
  const { update, mendedBy, breaks } = known;
  return no(breaks === 'reset' ? 'reset-broken' : 'keyboard-broken', proof, {
    values: { version, update, mendedBy },
  });
};

/** Whether the system drive is encrypted, from whichever witness could be asked. */
const encryption = (snapshot: Parameters<Judge>[0]) => {
  const drive = valueOf(snapshot, 'disk-space')?.systemDrive ?? 'C:';
  const volume = valueOf(snapshot, 'bitlocker')?.volumes.find(({ letter }) => letter === drive);
  if (volume !== undefined && volume.state !== 'unknown')
    return {
      on: volume.state !== 'off',
      openKey: volume.waitingForAccount === 'yes',
      proof: fact('bitlocker', volume.letter, volume.state),
    };
  // What the boot loader saw says nothing of later changes, so only its "yes" is believed.
  return valueOf(snapshot, 'bitlocker-at-start')?.systemDriveProtected === 'yes'
    ? { on: true, openKey: false, proof: fact('bitlocker-at-start', 'systemDriveProtected', 'yes') }
    : null;
};

export const recoveryKey: Judge = (snapshot) => {
  const drive = encryption(snapshot);
  if (drive === null) return notRead;
  if (!drive.on) return yes('not-encrypted', [drive.proof]);
  if (drive.openKey) return yes('open-key', [drive.proof]);
  const escrow = valueOf(snapshot, 'key-escrow');
  if (escrow === null) return unknown('escrow-not-read', [drive.proof]);
  const { last } = escrow;
  // The log rolls over: without a record nothing is known.
  if (last === null) return unknown('no-record', [drive.proof]);
  const proof = [drive.proof, fact('key-escrow', 'last', last.outcome)];
  return last.outcome === 'saved' ? yes('saved', proof) : no('save-failed', proof);
};
