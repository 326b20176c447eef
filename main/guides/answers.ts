import type { Tri } from '../core/reading';
import { runAct } from './act';
import type { Language } from '../../strings/languages';
import { isConfirmWord } from './confirm-word';
import type { Step } from './guide';
import type { Refusal, Sitting } from './sitting';

/** What a person can answer. All of it is from closed lists, but for the typed word, which is compared. */
export type Answer =
  /** `go` at a consent only looks again. `on`: go on although the act did not work. `keep`: do not destroy. `late`: no longer wait. */
  | { kind: 'go' | 'on' | 'keep' | 'late' }
  | { kind: 'told'; answer: Tri }
  | { kind: 'chose'; option: string }
  | { kind: 'confirmed'; typed: string; language: Language };

type AnswerTo<K extends Step['kind']> = (
  sitting: Sitting,
  step: Extract<Step, { kind: K }>,
  answer: Answer,
) => Promise<Refusal | null>;

/** A restart or a sign-out ends the sitting. As long as there was no new one, it has not happened. */
const cannotHaveBeen = ({ walk, options }: Sitting, step: Extract<Step, { kind: 'wait' }>) =>
  options.target.kind === 'this-device' &&
  ((step.for === 'restart' && (walk.returned ?? 'no') === 'no') ||
    (step.for === 'sign-out' && walk.returned === null));

export const tryToPass = async (
  sitting: Sitting,
  step: Extract<Step, { kind: 'wait' }>,
): Promise<null> => {
  const { id, until } = step;
  if (cannotHaveBeen(sitting, step))
    return sitting.note({ event: 'not-yet', step: id, answer: 'no' });
  sitting.options.world.happened?.(step.for);
  if (until === undefined || !sitting.hasDevice)
    return sitting.note({ event: 'passed', step: id, by: 'person' });
  const now = await sitting.holds(until);
  if (sitting.stopped) return null;
  return now === 'yes'
    ? sitting.note({ event: 'passed', step: id, by: 'device' })
    : sitting.note({ event: 'not-yet', step: id, answer: now });
};

const answerTo: { readonly [K in Step['kind']]: AnswerTo<K> } = {
  explain: async (sitting, step, { kind }) =>
    kind === 'go' ? sitting.note({ event: 'went-on', step: step.id }) : 'not-now',

  check: async (sitting, step, answer) =>
    answer.kind === 'told' && (sitting.walk.asked || !sitting.hasDevice)
      ? sitting.note({ event: 'checked', step: step.id, answer: answer.answer, by: 'person' })
      : 'not-now',

  act: async (sitting, step, answer) => {
    if (!sitting.hasDevice)
      return answer.kind === 'told'
        ? sitting.note({ event: 'told', step: step.id, answer: answer.answer })
        : 'not-now';
    if (answer.kind === 'go') return runAct(sitting, step);
    return answer.kind === 'on' && sitting.walk.here !== null
      ? sitting.note({ event: 'went-on', step: step.id })
      : 'not-now';
  },

  confirm: async (sitting, step, answer) => {
    if (answer.kind === 'keep') return sitting.note({ event: 'kept', step: step.id });
    if (answer.kind === 'go') {
      await sitting.makeReady(step);
      return null;
    }
    if (answer.kind !== 'confirmed') return 'not-now';
    if (!isConfirmWord(answer.typed, answer.language)) return 'wrong-word';
    // Read again: the charger may have been pulled since the lines were shown.
    const lines = await sitting.makeReady(step);
    if (sitting.stopped) return null;
    if (lines.some((line) => line.answer === 'no')) return 'not-ready';
    const ready = Object.fromEntries(lines.map((line) => [line.id, line.answer]));
    return sitting.note({ event: 'confirmed', step: step.id, ready });
  },

  choose: async (sitting, step, answer) =>
    answer.kind === 'chose' && step.options.some(({ id }) => id === answer.option)
      ? sitting.note({ event: 'chose', step: step.id, option: answer.option })
      : 'not-now',

  wait: async (sitting, step, answer) => {
    if (answer.kind === 'late') return sitting.note({ event: 'gave-up', step: step.id });
    return answer.kind === 'go' ? tryToPass(sitting, step) : 'not-now';
  },

  'hand-over': async () => 'not-now',
  done: async () => 'not-now',
};

export const answerAt = (sitting: Sitting, step: Step, answer: Answer): Promise<Refusal | null> => {
  const handle = answerTo[step.kind] as AnswerTo<Step['kind']>;
  return handle(sitting, step, answer);
};
