import { Button } from '@fluentui/react-components';
import { useId } from 'react';
import { useWords } from '../../words/useWords';
import type { Guiding } from './useGuide';
import { useGuideStyles } from './useGuideStyles';

const answers = ['yes', 'no', 'unknown'] as const;

/** The person answers what no device could be asked. "I do not know" is an answer too. */
export const Told = ({ question, guiding }: { question: string; guiding: Guiding }) => {
  const styles = useGuideStyles();
  const { say } = useWords();
  const id = useId();
  return (
    <div className={styles.section} role="group" aria-labelledby={id}>
      <p id={id} className={styles.text}>
        {question}
      </p>
      <div className={styles.actions}>
        {answers.map((answer) => (
          <Button
            key={answer}
            disabledFocusable={guiding.asking}
            onClick={() => guiding.answer({ kind: 'told', answer })}
          >
            {say(`guide.${answer}`)}
          </Button>
        ))}
      </div>
    </div>
  );
};
