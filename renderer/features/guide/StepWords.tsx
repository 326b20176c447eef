import type { GuideRunView } from '../../../preload/contract';
import { guideWords } from '../../../strings/guide-words';
import { useWords } from '../../words/useWords';
import { useGuideStyles } from './useGuideStyles';

const parts = [
  ['guide.sees', 'sees'],
  ['guide.ask', 'ask'],
  ['guide.until', 'stop'],
] as const;

/** What the person reads; in a call what is read aloud comes first, then what the caller sees. */
export const StepWords = ({ run, step }: { run: GuideRunView; step: string }) => {
  const styles = useGuideStyles();
  const words = useWords();
  const { say } = words;
  const own = guideWords(words, run.guide);
  const text = own.step(step, 'text');
  // Where there is no more to say than the title, the title is the text as well.
  if (run.seat !== 'guide-a-call')
    return text === null || text === own.step(step, 'title') ? null : (
      <p className={styles.text}>{text}</p>
    );
  return (
    <>
      <p className={styles.say}>
        <span className={styles.label}>{say('guide.say')}</span>
        {own.step(step, 'say') ?? text}
      </p>
      {parts.map(([label, part]) => {
        const told = own.step(step, part);
        return (
          told !== null && (
            <p key={part} className={styles.text}>
              <span className={styles.label}>{say(label)}</span>
              {told}
            </p>
          )
        );
      })}
    </>
  );
};
