import type { VerdictState } from '../../core/diagnosis';
import type { StopState } from '../../core/line-map';

export interface ReachStop<Id extends string> {
  id: Id;
  state: StopState;
}

export const stateOfVerdict: Readonly<Record<VerdictState, StopState>> = {
  healthy: 'ok',
  attention: 'degraded',
  broken: 'broken',
  unknown: 'unknown',
};

/** Questions that were never really put prove nothing in either direction. */
const notAsked = new Set(['offline', 'cancelled']);

/** One answer proves that there is a way; only a real question without any answer disproves it. */
export const stateOfAnswers = (answers: readonly ({ kind: string } | null)[]): StopState => {
  const put = answers.filter((answer) => answer !== null && !notAsked.has(answer.kind));
  if (put.some((answer) => answer?.kind === 'answered')) return 'ok';
  return put.length === 0 ? 'unknown' : 'broken';
};
