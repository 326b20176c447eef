import type { PrtFailure, Registration, Subject } from './facts/registration';
import { isEntraJoined, joinTypeOf } from './join';

/**
 * Whether this caller, on this device, in this session, should have a PRT at all. "NO" is the correct
 * state for many callers, so nobody calls it a fault without a reason from here.
 */
export const prtExpected = (registration: Registration, subject: Subject): boolean | null => {
  const joined = isEntraJoined(registration);
  if (joined === null) return null;
  if (!joined) return false;
  const { present } = registration.entraPrt;
  if (present === 'yes') return true;
  if (subject.kind === 'system' || subject.kind === 'local-user') return false;
  if (subject.session === 'no-logon-session') return false;
  if (ownFailure(registration)) return true;
  const entra = registration.hello?.isUserEntra ?? 'unknown';
  if (subject.session === 'remote-desktop') return entra === 'yes' ? null : false;
  if (entra === 'yes') return true;
  if (subject.kind === 'entra-user') return true;
  if (subject.kind === 'domain-user')
    // Without a user principal name the account may not be synchronised to the cloud at all.
    return joinTypeOf(registration) === 'hybrid-joined' && subject.upn !== null ? true : null;
  return null;
};

/**
 * The failure block, if it is this caller's. On a shared PC the last failure may be another user's; it
 * names the user it was for.
 */
export const ownFailure = (registration: Registration): PrtFailure | null => {
  const { failure } = registration.entraPrt;
  if (!failure) return null;
  const caller = registration.executing?.upn;
  const other =
    failure.user?.includes('@') && caller && failure.user.toLowerCase() !== caller.toLowerCase();
  return other ? null : failure;
};

const fourHours = 4 * 3_600_000;

/** Windows renews about every four hours while the user is signed in and online. */
export const isStale = (registration: Registration, observedAt: number | null): boolean =>
  observedAt !== null &&
  registration.entraPrt.updatedAt !== null &&
  observedAt - registration.entraPrt.updatedAt > fourHours;

export const isExpired = (registration: Registration, observedAt: number | null): boolean =>
  observedAt !== null &&
  registration.entraPrt.expiresAt !== null &&
  observedAt > registration.entraPrt.expiresAt;

/** Null where the rows that would tell of a failure are not in this output. */
export const prtHealthy = (
  registration: Registration,
  expected: boolean | null,
  observedAt: number | null,
): boolean | null => {
  const { present, sectionWhole } = registration.entraPrt;
  if (present === 'unknown') return null;
  if (present === 'no') return expected === true ? false : null;
  if (ownFailure(registration) || isExpired(registration, observedAt)) return false;
  return sectionWhole ? true : null;
};
