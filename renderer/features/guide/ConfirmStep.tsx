import { Button, Checkbox, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { GuideRunView, GuideStepView } from '../../../preload/contract';
import { durationWords, guideWords } from '../../../strings/guide-words';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';
import type { Guiding } from './useGuide';
import { useGuideStyles } from './useGuideStyles';

interface Props {
  guiding: Guiding;
  run: GuideRunView;
  step: Extract<GuideStepView, { kind: 'confirm' }>;
}

const Lines = ({ title, lines }: { title: string; lines: readonly (string | null)[] }) => {
  const styles = useGuideStyles();
  if (lines.length === 0) return null;
  return (
    <div className={styles.section}>
      <Heading level={3}>{title}</Heading>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
};

/** The heading above has named the consequence. Here: how long, what is lost, what stays, what must be in place. */
export const ConfirmStep = ({ guiding, run, step }: Props) => {
  const styles = useGuideStyles();
  const words = useWords();
  const { say, language } = words;
  const own = guideWords(words, run.guide);
  const [understood, setUnderstood] = useState(false);
  const [typed, setTyped] = useState('');
  const word = say('guide.confirm.word');
  const missing = step.readiness?.some(({ answer }) => answer === 'no') ?? false;
  const meant = understood && typed.trim().toLowerCase() === word.toLowerCase();
  const ready = step.readiness?.map(
    ({ id, answer }) => `${own.ready(id) ?? id}: ${say(`guide.confirm.ready.${answer}`)}`,
  );
  return (
    <>
      <p className={styles.text}>{durationWords(words, step.minutes)}</p>
      <Lines title={say('guide.confirm.loses')} lines={step.lost.map(own.loses)} />
      <Lines title={say('guide.confirm.keeps')} lines={step.survives.map(own.keeps)} />
      <Lines title={say('guide.confirm.ready')} lines={ready ?? []} />
      {missing ? (
        <p className={styles.text} role="alert">
          {say('guide.confirm.missing')}
        </p>
      ) : (
        <div className={styles.section}>
          <Checkbox
            checked={understood}
            label={say('guide.confirm.understood')}
            onChange={(_event, { checked }) => setUnderstood(checked === true)}
          />
          <Field label={say('guide.confirm.type', { word })}>
            <Input
              value={typed}
              autoComplete="off"
              spellCheck={false}
              onChange={(_event, { value }) => setTyped(value)}
            />
          </Field>
        </div>
      )}
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => guiding.answer({ kind: 'keep' })}>
          {say('guide.confirm.keep')}
        </Button>
        {missing ? (
          <Button disabledFocusable={guiding.asking} onClick={() => guiding.answer({ kind: 'go' })}>
            {say('guide.confirm.check')}
          </Button>
        ) : (
          <Button
            disabledFocusable={!meant || guiding.asking}
            onClick={() => guiding.answer({ kind: 'confirmed', typed, language })}
          >
            {say('guide.confirm.do')}
          </Button>
        )}
      </div>
    </>
  );
};
