import { Button } from '@fluentui/react-components';
import type { GuideRunView, GuideStepView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import { Told } from './Told';
import type { Guiding } from './useGuide';
import { useGuideStyles } from './useGuideStyles';

interface Props {
  guiding: Guiding;
  run: GuideRunView;
  step: Extract<GuideStepView, { kind: 'act' }>;
}

/** What it changes, how long it takes and whether it can be undone; then one button. */
export const ActStep = ({ guiding, run, step }: Props) => {
  const styles = useGuideStyles();
  const { say, lookUp } = useWords();
  if (!step.runs) return <Told question={say('guide.act.told')} guiding={guiding} />;
  const changes = lookUp(`repair.${step.repair}.changes`);
  const minutes = Math.round(step.seconds / 60);
  const takes =
    step.seconds < 90
      ? say('guide.act.takes', { seconds: step.seconds })
      : say('guide.act.takes-minutes', { minutes });
  return (
    <>
      {changes !== null && (
        <p className={styles.text}>
          <span className={styles.label}>{say('guide.act.changes')}</span>
          {changes}
        </p>
      )}
      <ul className={styles.list}>
        <li>{takes}</li>
        {step.rights === 'admin' && <li>{say('guide.act.admin')}</li>}
        {step.risk === 'interrupts' && <li>{say('guide.act.interrupts')}</li>}
        <li>{say(`guide.act.undo.${step.undo}`)}</li>
      </ul>
      {step.spent && <p className={styles.text}>{say('guide.act.spent')}</p>}
      <div className={styles.actions}>
        {!step.spent && (
          <Button
            appearance="primary"
            disabledFocusable={guiding.asking}
            onClick={() => guiding.answer({ kind: 'go' })}
          >
            {say(run.here === null ? 'guide.act.do' : 'guide.act.again')}
          </Button>
        )}
        {run.here !== null && (
          <Button disabledFocusable={guiding.asking} onClick={() => guiding.answer({ kind: 'on' })}>
            {say('guide.act.on')}
          </Button>
        )}
      </div>
    </>
  );
};
