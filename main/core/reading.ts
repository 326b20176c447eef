/** Why a fact cannot be had here. Not an error: a different seat, right or PC would have it. */
export type Unavailable =
  | 'other-os'
  | 'needs-admin'
  | 'needs-system'
  | 'tool-missing'
  /** The file, class or log that was asked for does not exist on this PC. */
  | 'absent'
  | 'denied'
  | 'declined'
  /** Only somebody who signed in, or who allows more, can see it. */
  | 'not-signed-in'
  | 'no-rights-there'
  | 'blocked-by-policy'
  | 'not-recorded'
  | 'not-in-this-output';

/** What broke while we asked. */
export type Failure =
  | 'timed-out'
  | 'cancelled'
  | 'over-budget'
  | 'too-large'
  | 'not-understood'
  | 'could-not-start'
  | 'no-answer'
  | 'crashed';

/**
 * Law 1: "no", "cannot be asked here" and "broke while asking" never share a value.
 * `detail` is for logs and the technician's view, never for a decision.
 */
export type Reading<T> =
  | { kind: 'ok'; value: T }
  | { kind: 'unavailable'; why: Unavailable; detail?: string }
  | { kind: 'failed'; reason: Failure; detail?: string };

export const ok = <T>(value: T): Reading<T> => ({ kind: 'ok', value });

export const unavailable = (why: Unavailable, detail?: string): Reading<never> =>
  detail === undefined ? { kind: 'unavailable', why } : { kind: 'unavailable', why, detail };

export const failed = (reason: Failure, detail?: string): Reading<never> =>
  detail === undefined ? { kind: 'failed', reason } : { kind: 'failed', reason, detail };

/** Three-way answer of a single fact inside a reading. */
export type Tri = 'yes' | 'no' | 'unknown';

export const assertNever = (value: never): never => {
  throw new Error(`unreachable: ${String(value)}`);
};

export const triOf = (value: boolean | null | undefined): Tri =>
  value === true ? 'yes' : value === false ? 'no' : 'unknown';
