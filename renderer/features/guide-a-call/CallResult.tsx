import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { WrenchScrewdriverRegular } from '@fluentui/react-icons/svg/wrench-screwdriver';
import type { ReactNode, Ref } from 'react';
import type { FindingView, InspectionView, RefusalCode } from '../../../preload/contract';
import type { Words } from '../../../strings';
import { spokenWords } from '../../../strings/spoken-words';
import { tell } from '../../model/story';
import { useWords } from '../../words/useWords';
import { AtAGlance } from '../diagnosis/AtAGlance';
import { Gaps } from '../diagnosis/Gaps';
import { RefusalBar } from '../diagnosis/RefusalBar';
import { Verdict } from '../diagnosis/Verdict';
import { LineMap } from '../line/LineMap';
import { OpenFile } from '../shell/OpenFile';
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
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  label: { overflowWrap: 'anywhere' },
  list: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
});

interface Props {
  view: InspectionView;
  refusal: RefusalCode | null;
  focusRef: Ref<HTMLHeadingElement>;
  next(): void;
  /** The same call, and something else the caller has. */
  other(): void;
  openEarlier(file: File): void;
  showReadings(): void;
  explain(code: string, area: string | null): void;
  showEvidence(finding: FindingView | null): void;
  /** Shown before the verdict. */
  children: ReactNode;
}

/** The same findings as everywhere, in the helpdesk's words: codes, owners, certainty, proof. */
export const CallResult = (props: Props) => {
  const { view, refusal, focusRef, next, other, showReadings, openEarlier } = props;
  const { explain, showEvidence, children } = props;
  const styles = useStyles();
  const words = useWords();
  const { say } = words;
  const { diagnosis } = view;
  const story = tell(diagnosis);
  return (
    <>
      <div className={styles.bar}>
        <div className={styles.actions}>
          <Button icon={<ArrowLeftRegular />} onClick={other}>
            {say('call.other')}
          </Button>
          <Button icon={<AddRegular />} onClick={next}>
            {say('call.next')}
          </Button>
          <Button icon={<WrenchScrewdriverRegular />} onClick={showReadings}>
            {say('call.readings')}
          </Button>
          <OpenFile open={openEarlier} label={say('compare.open')} />
        </div>
        <span className={styles.label}>{originWords(view, words)}</span>
      </div>
      {refusal !== null && <RefusalBar code={refusal} />}
      {children}
      <Verdict
        level={1}
        diagnosis={diagnosis}
        problems={story.problems}
        running={false}
        again={null}
        focusRef={focusRef}
        showEvidence={() => showEvidence(null)}
      />
      <div className={styles.list}>
        {[...story.first, ...story.rest, ...story.notices.map(alone)].map((chapter, index) => (
          <CallFinding
            key={`${chapter.finding.id} ${index}`}
            chapter={chapter}
            codes={diagnosis.codes}
            explain={explain}
            showEvidence={showEvidence}
          />
        ))}
      </div>
      <LineMap diagnosis={diagnosis} technical showEvidence={showEvidence} />
      <AtAGlance diagnosis={diagnosis} technical />
      <Codes codes={diagnosis.codes} explain={explain} />
      <Gaps gaps={diagnosis.gaps} technical />
      <Unrecognised lines={diagnosis.unrecognised} />
    </>
  );
};

/** Where it comes from, as far as a helper has to know. */
const originWords = ({ spoken, label }: InspectionView, words: Words): string => {
  if (spoken !== null) return spokenWords(spoken, words);
  return label === null ? words.say('call.pasted') : words.say('call.file', { name: label });
};

const alone = (finding: FindingView) => ({ finding, consequences: [] });
