import type { ProbeId } from '../core/facts/index';
import type { ServiceState } from '../core/facts/machine';
import { triOf, type Tri } from '../core/reading';
import { valueOf, type Snapshot } from '../core/snapshot';
import type { Need } from './repair';

export const need = (
  id: string,
  reads: readonly ProbeId[],
  unknown: Need['unknown'],
  holds: (snapshot: Snapshot) => Tri,
): Need => ({ id, reads, unknown, holds });

export const not = (tri: Tri): Tri => (tri === 'yes' ? 'no' : tri === 'no' ? 'yes' : 'unknown');

export const joinRow = (snapshot: Snapshot, row: 'entra' | 'domain' | 'workplace'): Tri =>
  valueOf(snapshot, 'device-registration')?.joinRows[row] ?? 'unknown';

export const service = (snapshot: Snapshot, name: string): ServiceState | null =>
  valueOf(snapshot, 'services')?.services[name] ?? null;

/** Joined to Entra ID, in the cloud alone or beside a domain. */
export const entraJoined = need('entra-joined', ['device-registration'], 'stop', (snapshot) =>
  joinRow(snapshot, 'entra'),
);

export const notEntraJoined = need(
  'not-entra-joined',
  ['device-registration'],
  'stop',
  (snapshot) => not(joinRow(snapshot, 'entra')),
);

export const domainJoined = need('domain-joined', ['device-registration'], 'stop', (snapshot) =>
  joinRow(snapshot, 'domain'),
);

/** A domain controller answers now. Without one, tickets that are thrown away do not come back. */
export const controllerFound = need(
  'controller-found',
  ['domain-controller'],
  'stop',
  (snapshot) => {
    const told = valueOf(snapshot, 'domain-controller');
    return told === null ? 'unknown' : triOf(told.found !== null);
  },
);

/** Some network claims the internet. A proxy can hide it from Windows, so that only "nothing at all" is a no. */
export const online = need('online', ['network-profiles'], 'go-on', (snapshot) => {
  const profiles = valueOf(snapshot, 'network-profiles')?.profiles;
  if (profiles === undefined) return 'unknown';
  const levels = profiles.flatMap(({ ipv4, ipv6 }) => [ipv4, ipv6]);
  if (levels.includes('internet')) return 'yes';
  const dead = (level: string) => level === 'disconnected' || level === 'no-traffic';
  return levels.every(dead) ? 'no' : 'unknown';
});

export const logonSession = need('logon-session', ['kerberos-tickets'], 'stop', (snapshot) => {
  const told = valueOf(snapshot, 'kerberos-tickets');
  return told === null ? 'unknown' : triOf(!told.noLogonSession);
});

export const managed = need('managed', ['mdm-enrolments'], 'go-on', (snapshot) => {
  const told = valueOf(snapshot, 'mdm-enrolments');
  return told?.intune ?? 'unknown';
});

export const notManagedElsewhere = need(
  'not-managed-elsewhere',
  ['mdm-enrolments'],
  'go-on',
  (snapshot) => not(valueOf(snapshot, 'mdm-enrolments')?.externallyManaged ?? 'unknown'),
);

export const encrypted = need(
  'drive-encrypted',
  ['bitlocker', 'operating-system'],
  'stop',
  (snapshot) => {
    const told = valueOf(snapshot, 'bitlocker');
    const drive = valueOf(snapshot, 'operating-system')?.systemDrive ?? 'C:';
    const volume = told?.volumes.find(({ letter }) => letter.toUpperCase() === drive.toUpperCase());
    if (volume === undefined) return told === null ? 'unknown' : 'no';
    return volume.state === 'unknown' ? 'unknown' : triOf(volume.state !== 'off');
  },
);

/** Installed, and not switched off by a policy. */
export const serviceUsable = (id: string, name: string): Need =>
  need(id, ['services'], 'stop', (snapshot) => {
    const state = service(snapshot, name);
    if (state === null || state.installed === 'unknown') return 'unknown';
    return triOf(state.installed === 'yes' && state.start !== 'disabled');
  });
