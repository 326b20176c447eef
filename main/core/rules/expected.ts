import type { ServiceState } from '../facts/sign-in';
import type { JoinType, Registration, Subject } from '../facts/registration';
import type { Evidence } from '../finding';
import { isEntraJoined, joinTypeOf } from '../join';
import { prtExpected } from '../prt';
import { valueOf, type Snapshot } from '../snapshot';
import { subjectOf } from '../subject';
import { fact, registrationOf, rowsOf } from './evidence';

/**
 * What may be expected of this device and this caller. Every answer stands on a reading that is there:
 * taking a reading away can silence a rule, never wake one.
 */
export const joinOf = (snapshot: Snapshot): JoinType => {
  const registration = registrationOf(snapshot);
  return registration ? joinTypeOf(registration) : 'unknown';
};

export const inEntra = (snapshot: Snapshot): boolean => {
  const registration = registrationOf(snapshot);
  return registration !== null && isEntraJoined(registration) === true;
};

/** A PC of the company's own domain, by either of two witnesses. */
export const isMember = (snapshot: Snapshot): boolean =>
  registrationOf(snapshot)?.joinRows.domain === 'yes' ||
  valueOf(snapshot, 'domain-membership')?.joined === 'yes';

export const memberProof = (snapshot: Snapshot): Evidence[] => {
  const registration = registrationOf(snapshot);
  const membership = valueOf(snapshot, 'domain-membership');
  return [
    ...(registration?.joinRows.domain === 'yes' ? rowsOf(registration, 'DomainJoined') : []),
    ...(membership?.joined === 'yes'
      ? [fact('domain-membership', 'domain', membership.domain)]
      : []),
  ];
};

export const callerOf = (snapshot: Snapshot): Subject | null => {
  const registration = registrationOf(snapshot);
  return registration ? subjectOf(registration) : null;
};

/** User facts say something only about a person with a work account in a session of their own. */
export const isPerson = (snapshot: Snapshot): boolean => {
  const caller = callerOf(snapshot);
  if (caller === null || caller.session === 'no-logon-session') return false;
  return caller.kind === 'entra-user' || caller.kind === 'domain-user';
};

export const tokenIsMissed = (registration: Registration): boolean =>
  registration.entraPrt.present === 'no' &&
  prtExpected(registration, subjectOf(registration)) === true;

/** Windows itself met a domain controller on the network this PC is on now. */
export const onVerifiedNetwork = (snapshot: Snapshot): boolean =>
  valueOf(snapshot, 'network-profiles')?.domainVerified === 'yes';

export const verifiedProof = (snapshot: Snapshot): Evidence[] =>
  onVerifiedNetwork(snapshot) ? [fact('network-profiles', 'domainVerified', 'yes')] : [];

export const serviceOf = (snapshot: Snapshot, name: string): ServiceState | null =>
  valueOf(snapshot, 'sign-in-services')?.services.find(
    (service) => service.name.toLowerCase() === name.toLowerCase(),
  ) ?? null;

export const serviceProof = (service: ServiceState): Evidence[] => [
  fact('sign-in-services', `${service.name} startMode`, service.startMode),
  fact('sign-in-services', `${service.name} running`, service.running),
];

const hour = 3_600_000;
const tolerance = 5 * 60_000;

/** Events of the last hours; a time nobody knows is not recent. */
export const within = <T extends { at: number | null }>(
  snapshot: Snapshot,
  hours: number,
  events: readonly T[],
): T[] => {
  const now = snapshot.observedAt;
  if (now === null) return [];
  return events.filter(({ at }) => at !== null && at > now - hours * hour && at <= now + tolerance);
};
