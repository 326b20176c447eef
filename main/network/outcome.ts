/**
 * Everything that can happen to a question put to the network. No two of these share a value:
 * "nobody answered", "somebody said no" and "the answer made no sense" point at different people.
 */
export type Trouble =
  | 'silent'
  | 'refused'
  | 'unreachable'
  | 'blocked-here'
  | 'cut-off'
  | 'not-understood'
  | 'too-large'
  | 'cancelled'
  | 'offline'
  | 'failed';

export interface Answered<T> {
  kind: 'answered';
  value: T;
  ms: number;
}

export interface Troubled {
  kind: Trouble;
  ms: number;
  /** For logs and the technician's view, never for a decision. */
  detail?: string;
}

export type Answer<T> = Answered<T> | Troubled;

const byErrno: Readonly<Record<string, Trouble>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'cut-off',
  ECONNABORTED: 'cut-off',
  EPIPE: 'cut-off',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EAFNOSUPPORT: 'unreachable',
  EINVAL: 'unreachable',
  ETIMEDOUT: 'silent',
  // A local packet filter: Linux says EPERM, Windows WSAEACCES.
  EPERM: 'blocked-here',
  EACCES: 'blocked-here',
};

export const troubleOf = (error: unknown): Trouble => {
  const code = errorCode(error);
  return (code === null ? undefined : byErrno[code]) ?? 'failed';
};

export const errorCode = (error: unknown): string | null => {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
};

export const detailOf = (error: unknown): string =>
  error instanceof Error ? error.message.slice(0, 300) : 'unknown';

export const troubled = (kind: Trouble, ms: number, detail?: string): Troubled =>
  detail === undefined ? { kind, ms } : { kind, ms, detail };

/** Turns what an answer carries into something else; null means it made no sense. */
export const mapAnswer = <A, B>(answer: Answer<A>, turn: (value: A) => B | null): Answer<B> => {
  if (answer.kind !== 'answered') return answer;
  const value = turn(answer.value);
  return value === null
    ? troubled('not-understood', answer.ms)
    : { kind: 'answered', value, ms: answer.ms };
};
