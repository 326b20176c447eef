import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { CodeView, FindingView, Severity } from '../../../preload/contract';
import type { Chapter } from '../../model/story';
import { useWords } from '../../words/useWords';
import { CodeButtons } from '../codes/CodeButtons';
import { Consequences } from '../diagnosis/Consequences';
import { useFindingWords } from '../diagnosis/useFindingWords';
import { GuideButton } from '../guide/GuideButton';
import { EvidenceButton } from '../evidence/EvidenceButton';
import { EvidenceRows } from '../evidence/EvidenceRows';
import { Heading } from '../shell/Heading';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXL,
    borderRadius: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  top: { display: 'grid', gap: tokens.spacingVerticalS },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  why: { margin: 0, color: tokens.colorNeutralForeground2, maxInlineSize: '72ch' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, auto) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const badgeOf = {
  broken: 'danger',
  attention: 'warning',
  notice: 'informative',
} as const satisfies Record<Severity, string>;

interface Props {
  chapter: Chapter;
  /** What main knew about the codes it met. */
  codes: readonly CodeView[];
  explain(code: string, area: string | null): void;
  showEvidence(finding: FindingView): void;
}

export const CallFinding = ({ chapter, codes, explain, showEvidence }: Props) => {
  const styles = useStyles();
  const { say, lookUp } = useWords();
  const wordsOf = useFindingWords();
  const id = useId();
  const { finding, consequences } = chapter;
  const words = wordsOf(finding);
  return (
    <article className={styles.root} aria-labelledby={id}>
      <div className={styles.top}>
        <Heading level={2} id={id}>
          {words.title}
        </Heading>
        <div className={styles.badges}>
          <Badge appearance="tint" color={badgeOf[finding.severity]}>
            {say(`severity.${finding.severity}`)}
          </Badge>
          <Badge appearance="outline" color="informative">
            {say(`certainty.${finding.certainty}`)}
          </Badge>
        </div>
        <p className={styles.why}>{words.why}</p>
        <CodeButtons codes={finding.codes} known={codes} explain={explain} />
      </div>
      <dl className={styles.facts}>
        <dt className={styles.label}>{say('call.say')}</dt>
        <dd className={styles.value}>{words.next}</dd>
        <dt className={styles.label}>{say('card.owner')}</dt>
        <dd className={styles.value}>{say(`call.owner.${finding.owner}`)}</dd>
        <dt className={styles.label}>{say('call.link')}</dt>
        <dd className={styles.value}>{lookUp(`link.${finding.link}`) ?? finding.link}</dd>
      </dl>
      <EvidenceRows evidence={finding.evidence} />
      <div className={styles.actions}>
        <GuideButton guide={finding.guide} />
        <EvidenceButton onClick={() => showEvidence(finding)}>
          {say('call.evidence')}
        </EvidenceButton>
      </div>
      <Consequences findings={consequences} />
    </article>
  );
};
