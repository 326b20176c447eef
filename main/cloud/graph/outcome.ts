import type { SignInFailure } from '../sign-in/failures';

/** Documented ways in which Graph says no. Words: `cloud.graph.<id>`; the catalogue explains the status. */
export const graphFailures = [
  'bad-request',
  'not-accepted',
  'not-allowed',
  'not-found',
  'not-supported',
  'conflict',
  'locked',
  'throttled',
  'service',
  'network',
  'not-understood',
  'read-only',
  'cancelled',
] as const;

export type GraphFailureId = (typeof graphFailures)[number];

/** What support asks for, and nothing more. */
export interface Trace {
  /** Ours, sent with the request. */
  clientRequestId: string;
  /** Theirs, from the answer. */
  requestId: string | null;
  status: number | null;
  /** The service's own word, such as `activityLimitReached`. */
  serviceCode: string | null;
}

export type GraphOutcome<T> =
  | { kind: 'ok'; value: T; trace: Trace }
  /** Nobody is signed in who may ask. Nothing was sent. */
  | { kind: 'signed-out'; failure: SignInFailure }
  | { kind: 'failed'; code: GraphFailureId; trace: Trace }
  /** It was sent, and nobody can say whether it happened. */
  | { kind: 'unknown'; trace: Trace };

const byStatus: Readonly<Record<number, GraphFailureId>> = {
  400: 'bad-request',
  401: 'not-accepted',
  403: 'not-allowed',
  404: 'not-found',
  405: 'not-supported',
  409: 'conflict',
  410: 'not-found',
  423: 'locked',
  429: 'throttled',
  501: 'not-supported',
};

export const failureOfStatus = (status: number): GraphFailureId => byStatus[status] ?? 'service';
