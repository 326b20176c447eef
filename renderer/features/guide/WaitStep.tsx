import { Button } from '@fluentui/react-components';
import type { GuideRunView, GuideStepView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import type { Guiding } from './useGuide';
import { useGuideStyles } from './useGuideStyles';

interface Props {
  guiding: Guiding;
  run: GuideRunView;
  step: Extract<GuideStepView, { kind: 'wait' }>;
}

const doneOf = {
  restart: 'guide.wait.restarted',
  'sign-out': 'guide.wait.signed-in',
  person: 'guide.wait.done',
  time: 'guide.wait.check',
} as const;

/** Something only the person or time can do. The guide survives it, and says so. */
export const WaitStep = ({ guiding, run, step }: Props) => {
  const styles = useGuideStyles();
  const { say } = useWords();
  const leaves = step.for === 'restart' || step.for === 'sign-out' ? step.for : null;
  return (
    <>
      {step.minutes !== null && (
        <p className={styles.text}>{say('guide.wait.minutes', { minutes: step.minutes })}</p>
      )}
      {leaves !== null && run.device !== 'caller' && (
        <p className={styles.quiet}>{say(`guide.wait.${leaves}`)}</p>
      )}
      {run.reopens && <p className={styles.quiet}>{say('guide.wait.reopens')}</p>}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={guiding.asking}
          onClick={() => guiding.answer({ kind: 'go' })}
        >
          {say(doneOf[step.for])}
        </Button>
        {leaves !== null && run.device === 'this-device' && !run.reopens && (
          <Button
            disabledFocusable={guiding.asking}
            onClick={() => guiding.answer({ kind: 'reopen' })}
          >
            {say('guide.wait.reopen')}
          </Button>
        )}
        <Button disabledFocusable={guiding.asking} onClick={() => guiding.answer({ kind: 'late' })}>
          {say('guide.wait.late')}
        </Button>
      </div>
    </>
  );
};
