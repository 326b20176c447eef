import type { StopState } from '../../core/line-map';
import type { NamedReport, Stage } from '../named/outcome';
import { type NamedStep, namedStepsOf } from '../named/report-json';
import type { ReachStop } from './stop';

const notAsked: readonly NamedStep['result'][] = ['not-tried', 'offline', 'cancelled'];

const stateOf = (steps: readonly NamedStep[]): StopState => {
  if (steps.some(({ result }) => result === 'answered')) return 'ok';
  return steps.every(({ result }) => notAsked.includes(result)) ? 'unknown' : 'broken';
};

/** The way to one thing somebody named, each stop by its own proof; the verdict colours the one it is about. */
export const namedLine = (report: NamedReport): ReachStop<Stage>[] => {
  const { state, breaksAt } = report.verdict;
  const steps = namedStepsOf(report);
  const ids = [...new Set(steps.map(({ id }) => id))];
  return ids.map((id) => {
    const here = steps.filter((one) => one.id === id);
    const seen = stateOf(here);
    const proof = here.map(({ result, ms, values }) => ({
      of: report.target.host,
      result,
      ms,
      values,
    }));
    if (id !== breaksAt || seen === 'unknown') return { id, state: seen, proof };
    return { id, state: state === 'attention' ? 'degraded' : 'broken', proof };
  });
};
