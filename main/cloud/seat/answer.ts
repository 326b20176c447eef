import type { CloudAnswer, CloudProblem } from '../../../preload/contract-cloud';
import type { ActionOutcome } from '../actions/perform';
import type { GraphOutcome } from '../graph/outcome';
import type { SignInFailure } from '../sign-in/failures';

/** Words: `cloud.problem.<code>`. */
export const problem = (
  code: string,
  { authorityCode = null, requestId = null }: Partial<Omit<CloudProblem, 'ok' | 'code'>> = {},
): CloudProblem => ({ ok: false, code, authorityCode, requestId });

export const ofSignIn = ({ code, authorityCode }: SignInFailure): CloudProblem =>
  problem(code, { authorityCode });

type Missed =
  | Exclude<GraphOutcome<unknown>, { kind: 'ok' } | { kind: 'failed' }>
  | Extract<ActionOutcome, { kind: 'failed' }>;

/** Why a question to Graph had no answer. */
export const problemOf = (outcome: Missed): CloudProblem => {
  if (outcome.kind === 'signed-out') return ofSignIn(outcome.failure);
  const code = outcome.kind === 'failed' ? outcome.code : 'unknown';
  return problem(code, { requestId: outcome.trace.clientRequestId || null });
};

/** What the page may know of a question to Graph: the value it asked for, or why there is none. */
export const answerOf = <T, V>(outcome: GraphOutcome<T>, read: (value: T) => V): CloudAnswer<V> =>
  outcome.kind === 'ok' ? { ok: true, value: read(outcome.value) } : problemOf(outcome);

/** Only of what was not sent, or was refused: what was sent has a record that tells it. */
export const problemOfAction = (outcome: Exclude<ActionOutcome, { kind: 'sent' }>): CloudProblem =>
  outcome.kind === 'refused' ? problem(outcome.why) : problemOf(outcome);
