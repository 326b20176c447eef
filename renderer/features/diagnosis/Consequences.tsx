import { makeStyles, tokens } from '@fluentui/react-components';
import type { FindingView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import { Fold } from '../shell/Fold';
import { useFindingWords } from './useFindingWords';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    margin: 0,
    paddingBlock: tokens.spacingVerticalS,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  why: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What follows from a problem and goes away with it: told, but out of the way. */
export const Consequences = ({ findings }: { findings: readonly FindingView[] }) => {
  const styles = useStyles();
  const { say } = useWords();
  const wordsOf = useFindingWords();
  if (findings.length === 0) return null;
  return (
    <Fold title={say('card.consequences', { count: findings.length })}>
      <ul className={styles.list}>
        {findings.map((finding, index) => {
          const { title, why } = wordsOf(finding);
          return (
            <li key={`${finding.id} ${index}`}>
              <span className={styles.title}>{title}</span>
              <p className={styles.why}>{why}</p>
            </li>
          );
        })}
      </ul>
    </Fold>
  );
};
