import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { seconds } from '../../model/age';
import { useWords } from '../../words/useWords';
import { useElapsed } from './useElapsed';
import type { Progress } from './useInspection';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
  },
  text: {
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    fontSize: tokens.fontSizeBase300,
  },
});

interface Props {
  since: number;
  progress: Progress | null;
  cancelling: boolean;
  cancel(): void;
}

/** The sub-step, the time gone and the budget; nothing here waits for effect. */
export const ProgressLine = ({ since, progress, cancelling, cancel }: Props) => {
  const styles = useStyles();
  const { say, lookUp, language } = useWords();
  const elapsed = useElapsed(since);
  const step =
    progress === null || progress.probe === null
      ? say('progress.starting')
      : say('progress.read', {
          what: lookUp(`probe.${progress.probe}`) ?? progress.probe,
          done: progress.done,
          of: progress.of,
        });
  const time =
    progress === null
      ? say('progress.elapsed', { elapsed: seconds(elapsed, language, 1) })
      : say('progress.budget', {
          elapsed: seconds(elapsed, language, 1),
          budget: seconds(progress.budgetMs, language, 0),
        });
  return (
    <section className={styles.root} aria-label={say('progress.label')}>
      <ProgressBar
        aria-label={say('progress.label')}
        {...(progress === null ? {} : { value: progress.done, max: progress.of })}
      />
      <div className={styles.row}>
        <span className={styles.text}>
          {step} · {time}
        </span>
        <Button appearance="subtle" disabledFocusable={cancelling} onClick={cancel}>
          {say(cancelling ? 'progress.cancelling' : 'progress.cancel')}
        </Button>
      </div>
    </section>
  );
};
