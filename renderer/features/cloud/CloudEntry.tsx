import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../../words/useWords';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  text: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
});

/** The quiet way to what a sign-in adds. */
export const CloudEntry = ({ open }: { open(): void }) => {
  const styles = useStyles();
  const { say } = useWords();
  return (
    <div className={styles.root} data-print="no">
      <Button onClick={open}>{say('device.cloud')}</Button>
      <p className={styles.text}>{say('device.cloud.why')}</p>
    </div>
  );
};
