import { makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../../words/useWords';
import { SideDrawer } from '../shell/SideDrawer';
import { Ask } from './Ask';
import { Explanation } from './Explanation';
import type { Codes } from './useCodes';

const useStyles = makeStyles({
  drawer: { inlineSize: 'min(560px, 100vw)' },
  body: {
    display: 'grid',
    alignContent: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXXL,
    paddingBlockEnd: tokens.spacingVerticalXL,
  },
  answers: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXXL,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What a code means, wherever a person met it. */
export const CodeDrawer = ({ codes }: { codes: Codes }) => {
  const styles = useStyles();
  const { say } = useWords();
  const { open, asked, busy, answers, explain, close } = codes;
  return (
    <SideDrawer
      className={styles.drawer}
      bodyClass={styles.body}
      title={say('codes.open')}
      closing={say('codes.close')}
      open={open}
      close={close}
    >
      <Ask key={asked} asked={asked} busy={busy} explain={explain} />
      <div className={styles.answers} aria-live="polite" aria-busy={busy}>
        {answers === null && !busy && <p className={styles.text}>{say('codes.none')}</p>}
        {answers?.map((explanation, index) => (
          <Explanation
            key={`${explanation.code} ${index}`}
            explanation={explanation}
            explain={explain}
          />
        ))}
      </div>
    </SideDrawer>
  );
};
