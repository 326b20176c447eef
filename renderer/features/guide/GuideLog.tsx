import type { GuideRunView } from '../../../preload/contract';
import { lineWords } from '../../../strings/guide-words';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';
import { useGuideStyles } from './useGuideStyles';

/** The journal as a person reads it: the page is the log while it happens and afterwards. */
export const GuideLog = ({ run }: { run: GuideRunView }) => {
  const styles = useGuideStyles();
  const words = useWords();
  return (
    <section className={styles.section} aria-labelledby="guide-log">
      <Heading level={2} id="guide-log">
        {words.say('guide.log.title')}
      </Heading>
      <ol className={styles.log} aria-live="polite">
        {run.log.map((line, index) => (
          <li key={`${line.at} ${index}`}>{lineWords(words, run.guide, line)}</li>
        ))}
      </ol>
    </section>
  );
};
