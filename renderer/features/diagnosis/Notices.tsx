import { makeStyles, tokens } from '@fluentui/react-components';
import type { FindingView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';
import { useFindingWords } from './useFindingWords';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS },
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    margin: 0,
    paddingBlock: tokens.spacingVerticalL,
    paddingInline: tokens.spacingHorizontalXXL,
    borderRadius: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    listStyleType: 'none',
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground2, maxInlineSize: '68ch' },
});

/** True, harmless, and worth a line. */
export const Notices = ({ findings }: { findings: readonly FindingView[] }) => {
  const styles = useStyles();
  const { say } = useWords();
  const wordsOf = useFindingWords();
  if (findings.length === 0) return null;
  return (
    <section className={styles.root} aria-labelledby="notices">
      <Heading level={2} id="notices">
        {say('notices.title')}
      </Heading>
      <ul className={styles.list}>
        {findings.map((finding, index) => {
          const { title, why } = wordsOf(finding);
          return (
            <li key={`${finding.id} ${index}`}>
              <span className={styles.name}>{title}</span>
              <p className={styles.text}>{why}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
