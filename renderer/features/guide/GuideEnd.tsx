import { Button, Field, Textarea } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { GuideEndView, GuideRunView } from '../../../preload/contract';
import { endTitle, handOverText } from '../../../strings/guide-words';
import { useWords } from '../../words/useWords';
import { HelpDesk } from '../organisation/HelpDesk';
import { Heading } from '../shell/Heading';
import { StepWords } from './StepWords';
import type { Guiding } from './useGuide';
import { useGuideStyles } from './useGuideStyles';

interface Props {
  guiding: Guiding;
  run: GuideRunView;
  end: GuideEndView;
}

/** An honest end: proved, not proved, unknown, handed over or stopped; and what to give to whoever goes on. */
export const GuideEnd = ({ guiding, run, end }: Props) => {
  const styles = useGuideStyles();
  const words = useWords();
  const { say } = words;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const title = endTitle(words, run);
  const quiet = end.how === 'stopped' || end.how === 'shown';
  const asks = !quiet && run.device !== 'practice' && run.helped === null;
  const open = !['proved', 'shown'].includes(end.how) && run.helped !== 'yes';
  const handsOver = open || run.helped === 'no';
  return (
    <section className={styles.card} aria-labelledby="guide-end">
      <Heading level={2} id="guide-end" focusRef={heading}>
        {say(`guide.end.${end.how}`)}
      </Heading>
      {title !== null && !quiet && <p className={styles.name}>{title}</p>}
      {end.step !== null && !quiet && <StepWords run={run} step={end.step} />}
      {run.device === 'practice' && !quiet && (
        <p className={styles.quiet}>{say('guide.end.practice')}</p>
      )}
      {end.to !== null && run.helped !== 'yes' && (
        <p className={styles.quiet}>{say('guide.end.to', { owner: say(`owner.${end.to}`) })}</p>
      )}
      {asks && (
        <div className={styles.section} role="group" aria-label={say('guide.helped.ask')}>
          <p className={styles.text}>{say('guide.helped.ask')}</p>
          <div className={styles.actions}>
            <Button onClick={() => guiding.helped('yes')}>{say('guide.helped.yes')}</Button>
            <Button onClick={() => guiding.helped('no')}>{say('guide.helped.no')}</Button>
          </div>
        </div>
      )}
      {run.helped === 'yes' && <p className={styles.text}>{say('guide.helped.thanks')}</p>}
      {handsOver && <HelpDesk />}
      {handsOver && (
        <Field label={say('guide.hand-over.title')} hint={say('guide.hand-over.intro')}>
          <Textarea
            readOnly
            rows={10}
            resize="vertical"
            value={handOverText(words, run)}
            onFocus={(event) => event.currentTarget.select()}
          />
        </Field>
      )}
    </section>
  );
};
