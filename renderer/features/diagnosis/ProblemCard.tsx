import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowRightRegular } from '@fluentui/react-icons/svg/arrow-right';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { useId } from 'react';
import type { FindingView } from '../../../preload/contract';
import type { Chapter } from '../../model/story';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';
import { Consequences } from './Consequences';
import { useFindingWords } from './useFindingWords';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXL,
    borderRadius: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderInlineStartWidth: '4px',
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  broken: { borderInlineStartColor: tokens.colorStatusDangerBorder2 },
  attention: { borderInlineStartColor: tokens.colorStatusWarningBorder2 },
  notice: {},
  words: { display: 'grid', gap: tokens.spacingVerticalS },
  why: { margin: 0, color: tokens.colorNeutralForeground2, maxInlineSize: '68ch' },
  steps: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalM,
    margin: 0,
  },
  icon: { fontSize: '20px', color: tokens.colorBrandForeground1 },
  fact: { display: 'grid', gap: '2px' },
  label: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold, maxInlineSize: '64ch' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface Props {
  chapter: Chapter;
  running: boolean;
  again: (() => void) | null;
  showEvidence(finding: FindingView): void;
}

/** What is wrong, why it matters to you, who can fix it, and one thing to do. */
export const ProblemCard = ({ chapter, running, again, showEvidence }: Props) => {
  const styles = useStyles();
  const { say } = useWords();
  const wordsOf = useFindingWords();
  const id = useId();
  const { finding, consequences } = chapter;
  const words = wordsOf(finding);
  return (
    <article className={mergeClasses(styles.root, styles[finding.severity])} aria-labelledby={id}>
      <div className={styles.words}>
        <Heading level={2} id={id}>
          {words.title}
        </Heading>
        <p className={styles.why}>{words.why}</p>
      </div>
      <div className={styles.steps}>
        <ArrowRightRegular className={styles.icon} aria-hidden />
        <div className={styles.fact}>
          <span className={styles.label}>{say('card.next')}</span>
          <p className={styles.value}>{words.next}</p>
        </div>
        <PersonRegular className={styles.icon} aria-hidden />
        <div className={styles.fact}>
          <span className={styles.label}>{say('card.owner')}</span>
          <p className={styles.value}>{say(`owner.${finding.owner}`)}</p>
        </div>
      </div>
      <div className={styles.actions}>
        {again !== null && (
          <Button appearance="primary" disabledFocusable={running} onClick={again}>
            {say('card.again')}
          </Button>
        )}
        <Button appearance="subtle" onClick={() => showEvidence(finding)}>
          {say('card.evidence')}
        </Button>
      </div>
      <Consequences findings={consequences} />
    </article>
  );
};
