import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { FindingView, InspectionView } from '../../../preload/contract';
import { tell } from '../../model/story';
import { useWords } from '../../words/useWords';
import { AllGuidesButton } from '../guide/GuideButton';
import { LineMap } from '../line/LineMap';
import { AtAGlance } from './AtAGlance';
import { Gaps } from './Gaps';
import { Notices } from './Notices';
import { ProblemCard } from './ProblemCard';
import { Verdict } from './Verdict';

const useStyles = makeStyles({
  cards: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  more: { justifySelf: 'start' },
  onward: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface Props {
  view: InspectionView;
  running: boolean;
  /** Null where checking again makes no sense. */
  again: (() => void) | null;
  showEvidence(finding: FindingView | null): void;
  /** The way on where somebody else has to help: beside the cards that say so. */
  handOver: ReactNode;
}

/** What an end user sees of a diagnosis. */
export const Diagnosis = ({ view, running, again, showEvidence, handOver }: Props) => {
  const styles = useStyles();
  const { say } = useWords();
  const [opened, setOpened] = useState<string | null>(null);
  const { diagnosis } = view;
  const story = tell(diagnosis);
  const all = opened === view.id;
  return (
    <>
      <Verdict
        level={1}
        diagnosis={diagnosis}
        problems={story.problems}
        running={running}
        again={again}
        showEvidence={() => showEvidence(null)}
      />
      <div className={styles.cards}>
        {[...story.first, ...(all ? story.rest : [])].map((chapter, index) => (
          <ProblemCard
            key={`${chapter.finding.id} ${index}`}
            chapter={chapter}
            running={running}
            again={again}
            showEvidence={showEvidence}
          />
        ))}
        {story.rest.length > 0 && !all && (
          <Button className={styles.more} onClick={() => setOpened(view.id)}>
            {say('problems.more', { count: story.rest.length })}
          </Button>
        )}
      </div>
      <div className={styles.onward}>
        {handOver}
        <AllGuidesButton />
      </div>
      <LineMap diagnosis={diagnosis} technical={false} showEvidence={showEvidence} />
      <Notices findings={story.notices} />
      <AtAGlance diagnosis={diagnosis} technical={false} />
      <Gaps gaps={diagnosis.gaps} technical={false} />
    </>
  );
};
