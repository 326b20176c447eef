import type { Prt, PrtFailure, Registration, Subject } from './facts/registration';
import { isEntraJoined, joinTypeOf } from './join';
import { noEarlierThan } from './no-earlier-than';
import { subjectOf } from './subject';

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
  const entra = registration.hello?.isUserEntra ?? 'unknown';
  // A prompt with administrator rights has a session of its own; what it lacks, the person may have.
  if (subject.session === 'no-logon-session') return entra === 'unknown' ? false : null;
  if (ownFailure(registration)) return true;
  if (subject.session === 'remote-desktop') return entra === 'yes' ? null : false;
  if (entra === 'yes') return true;
  if (subject.kind === 'entra-user') return true;
  if (subject.kind === 'domain-user')
    // Without a user principal name the account may not be synchronised to the cloud at all.
    return joinTypeOf(registration) === 'hybrid-joined' && subject.upn !== null ? true : null;
  return null;
};

/** `jane@contoso.com` and `CONTOSO\\jane` to `jane`; null where masking left no name. */
const nameIn = (identity: string | null | undefined): string | null => {
  const name = identity?.split('\\').at(-1)?.split('@')[0]?.toLowerCase() ?? '';
  return /[\p{L}\p{N}]/u.test(name) ? name : null;
};

/**
 * Windows prints a failure only until the next success. One that is older than the token beside it comes
 * from a text that was put together, and is over.
 */
export const currentFailure = ({ failure, present, updatedAt }: Prt): PrtFailure | null => {
  const at = failure?.at ?? null;
  const over = present === 'yes' && at !== null && updatedAt !== null && at < updatedAt;
  return over ? null : failure;
};

/**
 * The failure block, if it is this caller's. On a shared PC the last failure may be another user's; it
 * names the user it was for. The same name with another suffix is the same person: a suffix that the
 * cloud does not know is a frequent fault of its own. Windows itself and local accounts never ask.
 */
export const ownFailure = (registration: Registration): PrtFailure | null => {
  const failure = currentFailure(registration.entraPrt);
  if (!failure || isEntraJoined(registration) === false) return null;
  const user = nameIn(failure.user);
  if (user === null) return failure;
  const subject = subjectOf(registration);
  if (subject.kind === 'system' || subject.kind === 'local-user') return null;
  const callers = [nameIn(subject.upn), nameIn(subject.account)].filter((name) => name !== null);
  return callers.length === 0 || callers.includes(user) ? failure : null;
};

const fourHours = 4 * 3_600_000;

/** Windows renews about every four hours while the user is signed in and online. */
export const isStale = (registration: Registration, observedAt: number | null): boolean =>
  observedAt !== null &&
  registration.entraPrt.updatedAt !== null &&
  observedAt - registration.entraPrt.updatedAt > fourHours;

export const isExpired = (registration: Registration, observedAt: number | null): boolean => {
  const { updatedAt, expiresAt } = registration.entraPrt;
  const now = observedAt ?? noEarlierThan(registration);
  if (now === null || expiresAt === null) return false;
  // Dates that were put together by hand do not fit together.
  if (updatedAt !== null && updatedAt > expiresAt) return false;
  return now > expiresAt;
};

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
