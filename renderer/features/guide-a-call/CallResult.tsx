import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import type { Ref } from 'react';
import type { FindingView, InspectionView, RefusalCode } from '../../../preload/contract';
import { tell } from '../../model/story';
import { useWords } from '../../words/useWords';
import { AtAGlance } from '../diagnosis/AtAGlance';
import { Gaps } from '../diagnosis/Gaps';
import { RefusalBar } from '../diagnosis/RefusalBar';
import { Verdict } from '../diagnosis/Verdict';
import { CallFinding } from './CallFinding';
import { Codes } from './Codes';
import { Unrecognised } from './Unrecognised';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
  },
  label: { overflowWrap: 'anywhere' },
  list: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
});

interface Props {
  view: InspectionView;
  refusal: RefusalCode | null;
  focusRef: Ref<HTMLHeadingElement>;
  next(): void;
  showEvidence(finding: FindingView | null): void;
}

/** The same findings as everywhere, in the helpdesk's words: codes, owners, certainty, proof. */
export const CallResult = ({ view, refusal, focusRef, next, showEvidence }: Props) => {
  const styles = useStyles();
  const { say } = useWords();
  const { diagnosis } = view;
  const story = tell(diagnosis);
  return (
    <>
      <div className={styles.bar}>
        <Button icon={<ArrowLeftRegular />} onClick={next}>
          {say('call.next')}
        </Button>
        <span className={styles.label}>
          {view.label === null ? say('call.pasted') : say('call.file', { name: view.label })}
        </span>
      </div>
      {refusal !== null && <RefusalBar code={refusal} />}
      <Verdict
        level={1}
        diagnosis={diagnosis}
        problems={story.problems}
        running={false}
        again={null}
        focusRef={focusRef}
        showEvidence={() => showEvidence(null)}
      />
      <AtAGlance diagnosis={diagnosis} technical />
      <div className={styles.list}>
        {[...story.first, ...story.rest, ...story.notices.map(alone)].map((chapter, index) => (
          <CallFinding
            key={`${chapter.finding.id} ${index}`}
            chapter={chapter}
            showEvidence={showEvidence}
          />
        ))}
      </div>
      <Codes codes={diagnosis.codes} />
      <Gaps gaps={diagnosis.gaps} technical />
      <Unrecognised lines={diagnosis.unrecognised} />
    </>
  );
};

const alone = (finding: FindingView) => ({ finding, consequences: [] });
