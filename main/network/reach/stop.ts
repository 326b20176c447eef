import type { VerdictState } from '../../core/diagnosis';
import type { StopState } from '../../core/line-map';
import type { NameAnswer } from '../names';
import type { Answer } from '../outcome';

export type ProofValue = string | number | boolean | null | string[];

/** One question behind the colour of a stop: whom it was put to, and what came of it. */
export interface ReachProof {
  of: string;
  result: string;
  ms: number;
  /** What came with the answer, under technical names. */
  values: Record<string, ProofValue>;
}

export interface ReachStop<Id extends string> {
  id: Id;
  state: StopState;
  proof: ReachProof[];
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

export const proofOf = <T>(
  of: string,
  answer: Answer<T> | NameAnswer<T> | null,
  values: (value: T) => ReachProof['values'] = () => ({}),
): ReachProof[] =>
  answer === null
    ? []
    : [
        {
          of,
          result: answer.kind,
          ms: Math.round(answer.ms),
          values: answer.kind === 'answered' ? values(answer.value) : {},
        },
      ];

const most = 40;

/** What failed comes first: with hundreds of questions behind a stop nobody reads them all. */
export const mostTelling = (proof: readonly ReachProof[]): ReachProof[] =>
  [
    ...proof.filter(({ result }) => result !== 'answered'),
    ...proof.filter(({ result }) => result === 'answered'),
  ].slice(0, most);
