import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { GuideRunView, GuideStepView } from '../../../preload/contract';
import { guideWords, resultWords } from '../../../strings/guide-words';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';
import { ActStep } from './ActStep';
import { ConfirmStep } from './ConfirmStep';
import { StepWords } from './StepWords';
import { Told } from './Told';
import type { Guiding } from './useGuide';
import { useGuideStyles } from './useGuideStyles';
import { WaitStep } from './WaitStep';

interface Props {
  guiding: Guiding;
  run: GuideRunView;
  step: GuideStepView;
}

/** Why the guide is still here: how the act ended, or that what it waits for is not so yet. */
const Here = ({ run }: { run: GuideRunView }) => {
  const words = useWords();
  const { here } = run;
  if (here === null) return null;
  const text =
    here.kind === 'not-yet'
      ? words.say(here.answer === 'unknown' ? 'guide.not-yet.unknown' : 'guide.not-yet.no')
      : resultWords(words, here);
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
};

const Answers = ({ guiding, run, step }: Props) => {
  const styles = useGuideStyles();
  const { say } = useWords();
  const own = guideWords(useWords(), run.guide);
  switch (step.kind) {
    case 'explain':
      return (
        <div className={styles.actions}>
          <Button
            appearance="primary"
            disabledFocusable={guiding.asking}
            onClick={() => guiding.answer({ kind: 'go' })}
          >
            {say('guide.continue')}
          </Button>
        </div>
      );
    case 'check': {
      const question = run.device === 'caller' ? 'guide.asked.caller' : 'guide.asked';
      return step.asked && run.busy === null ? (
        <Told question={say(question)} guiding={guiding} />
      ) : null;
    }
    case 'act':
      return <ActStep guiding={guiding} run={run} step={step} />;
    case 'confirm':
      return <ConfirmStep guiding={guiding} run={run} step={step} />;
    case 'choose':
      return (
        <div className={styles.actions}>
          {step.options.map((option) => (
            <Button
              key={option}
              disabledFocusable={guiding.asking}
              onClick={() => guiding.answer({ kind: 'chose', option })}
            >
              {own.option(step.id, option) ?? option}
            </Button>
          ))}
        </div>
      );
    case 'wait':
      return <WaitStep guiding={guiding} run={run} step={step} />;
    default:
      return null;
  }
};

/** One thing per screen. Focus goes to its heading, so that it is read out and the keyboard starts there. */
export const StepCard = ({ guiding, run, step }: Props) => {
  const styles = useGuideStyles();
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [step.id]);
  return (
    <section className={styles.card} aria-labelledby="guide-step">
      <Heading level={2} id="guide-step" focusRef={heading}>
        {guideWords(words, run.guide).step(step.id, 'title') ?? step.id}
      </Heading>
      <StepWords run={run} step={step.id} />
      <Here run={run} />
      <Answers key={step.id} guiding={guiding} run={run} step={step} />
    </section>
  );
};
