import { makeStyles, tokens } from '@fluentui/react-components';
import type { FindingView } from '../../../preload/contract';
import type { Chapter } from '../../model/story';
import { useWords } from '../../words/useWords';
import { StateIcon } from '../diagnosis/StateIcon';
import { useFindingWords } from '../diagnosis/useFindingWords';
import { EvidenceButton } from '../evidence/EvidenceButton';
import { GuideButton } from '../guide/GuideButton';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  words: { display: 'grid', flexGrow: 1, flexBasis: '260px', minInlineSize: 0 },
  title: { fontWeight: tokens.fontWeightSemibold },
  owner: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  chapters: readonly Chapter[];
  showEvidence(finding: FindingView): void;
}

/** What the verdict counts, by name: who can fix it, the guide, and the proof. */
export const Problems = ({ chapters, showEvidence }: Props) => {
  const styles = useStyles();
  const { say } = useWords();
  const wordsOf = useFindingWords();
  return (
    <ul className={styles.list}>
      {chapters.map(({ finding }, index) => (
        <li key={`${finding.id} ${index}`} className={styles.row}>
          <StateIcon state={finding.severity === 'broken' ? 'broken' : 'attention'} size="small" />
          <div className={styles.words}>
            <span className={styles.title}>{wordsOf(finding).title}</span>
            <span className={styles.owner}>{say(`owner.${finding.owner}`)}</span>
          </div>
          <GuideButton guide={finding.guide} />
          <EvidenceButton onClick={() => showEvidence(finding)}>
            {say('card.evidence')}
          </EvidenceButton>
        </li>
      ))}
    </ul>
  );
};
