import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../../words/useWords';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  text: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
});

/** The quiet way to the page before a reset: there for who looks for it, urging nobody. */
export const PrepareReset = ({ open }: { open(): void }) => {
  const styles = useStyles();
  const { say } = useWords();
  return (
    <div className={styles.root} data-print="no">
      <Button onClick={open}>{say('device.prepare-reset')}</Button>
      <p className={styles.text}>{say('device.prepare-reset.why')}</p>
    </div>
  );
};
