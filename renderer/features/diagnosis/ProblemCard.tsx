import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useContext, useId } from 'react';
import type { FindingView, Owner, Severity, VerdictState } from '../../../preload/contract';
import type { Chapter } from '../../model/story';
import { useWords } from '../../words/useWords';
import { GuideButton } from '../guide/GuideButton';
import { GuidesContext } from '../guide/GuidesContext';
import { EvidenceButton } from '../evidence/EvidenceButton';
import { HelpDesk } from '../organisation/HelpDesk';
import { Heading } from '../shell/Heading';
import { Consequences } from './Consequences';
import { StateIcon } from './StateIcon';
import { useFindingWords } from './useFindingWords';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalXXL,
    borderRadius: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  icon: { display: 'grid', alignContent: 'start', paddingBlockStart: '4px' },
  content: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
  },
  words: { display: 'grid', gap: tokens.spacingVerticalS },
  why: { margin: 0, color: tokens.colorNeutralForeground2, maxInlineSize: '68ch' },
  answers: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    margin: 0,
    paddingBlock: tokens.spacingVerticalL,
    paddingInline: tokens.spacingHorizontalL,
    borderRadius: '8px',
    backgroundColor: tokens.colorNeutralBackground3,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  answer: { display: 'grid', gap: '2px' },
  label: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  next: { margin: 0, fontWeight: tokens.fontWeightSemibold, maxInlineSize: '64ch' },
  owner: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const iconOf = {
  broken: 'broken',
  attention: 'attention',
  notice: 'unknown',
} as const satisfies Record<Severity, VerdictState>;

/** The one big button belongs to the person who can do something, and to a guide where there is one. */
const byYourself = { appearance: 'primary', words: 'card.again.user' } as const;
const byOthers = { appearance: 'secondary', words: 'card.again.other' } as const;
const againOf = {
  user: byYourself,
  technician: byOthers,
  network: byOthers,
  directory: byOthers,
  tenant: byOthers,
  vendor: byOthers,
} as const satisfies Record<Owner, unknown>;

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
  const guides = useContext(GuidesContext);
  const guided = finding.guide !== null && guides?.startable.has(finding.guide) === true;
  const button = againOf[finding.owner];
  return (
    <article className={styles.root} aria-labelledby={id}>
      <span className={styles.icon}>
        <StateIcon state={iconOf[finding.severity]} size="small" />
      </span>
      <div className={styles.content}>
        <div className={styles.words}>
          <Heading level={2} id={id}>
            {words.title}
          </Heading>
          <p className={styles.why}>{words.why}</p>
        </div>
        <dl className={styles.answers}>
          <div className={styles.answer}>
            <dt className={styles.label}>{say('card.next')}</dt>
            <dd className={styles.next}>{words.next}</dd>
          </div>
          <div className={styles.answer}>
            <dt className={styles.label}>{say('card.owner')}</dt>
            <dd className={styles.owner}>
              {say(`owner.${finding.owner}`)}
              {finding.owner !== 'user' && <HelpDesk />}
            </dd>
          </div>
        </dl>
        <div className={styles.actions}>
          <GuideButton guide={finding.guide} />
          {again !== null && (
            <Button
              appearance={guided ? 'secondary' : button.appearance}
              disabledFocusable={running}
              onClick={again}
            >
              {say(button.words)}
            </Button>
          )}
          <EvidenceButton appearance="subtle" onClick={() => showEvidence(finding)}>
            {say('card.evidence')}
          </EvidenceButton>
        </div>
        <Consequences findings={consequences} />
      </div>
    </article>
  );
};
