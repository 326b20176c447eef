import type { FindingView, InspectionView } from '../../../preload/contract';
import { tell } from '../../model/story';
import { useWords } from '../../words/useWords';
import { RefusalBar } from '../diagnosis/RefusalBar';
import { Verdict } from '../diagnosis/Verdict';
import type { ReadingOfACall } from '../guide-a-call/useReading';
import { AllGuidesButton } from '../guide/GuideButton';
import { LineMap } from '../line/LineMap';
import { Announcer } from '../my-device/Announcer';
import { ProgressLine } from '../my-device/ProgressLine';
import type { Inspection } from '../my-device/useInspection';
import { Readings } from '../readings/Readings';
import { AdministratorReading } from '../rights/AdministratorReading';
import { Heading } from '../shell/Heading';
import { Page } from '../shell/Page';
import type { House } from '../shell/useHouse';
import type { Start } from '../shell/useStart';
import { DevicePicker } from './DevicePicker';
import { Problems } from './Problems';

interface Props {
  house: House;
  start: Start;
  inspection: Inspection;
  reading: ReadingOfACall;
  /** Whether what was opened is looked at, and not the device of the seat My device. */
  openedChosen: boolean;
  chooseOpened(chosen: boolean): void;
  showEvidence(view: InspectionView, finding: FindingView | null): void;
  showProbe(view: InspectionView, probe: string): void;
}

/** The technician's view: the verdict, the whole line, and every reading with its raw text. */
export const Deployment = (props: Props) => {
  const { house, start, inspection, reading, chooseOpened, showEvidence, showProbe } = props;
  const { say } = useWords();
  const opened = props.openedChosen && reading.view !== null;
  const view = opened ? reading.view : inspection.view;
  const refusal = reading.refusal ?? (opened ? null : inspection.refusal);
  const running = !opened && inspection.runningSince !== null;
  const { target } = inspection;
  const story = view === null ? null : tell(view.diagnosis);
  return (
    <Page>
      <Heading level={1}>{say('deployment.title')}</Heading>
      <DevicePicker
        start={start}
        target={target}
        opened={reading.view}
        openedChosen={opened}
        choose={(wanted) => {
          chooseOpened(false);
          inspection.start(wanted);
        }}
        chooseOpened={() => chooseOpened(true)}
        openFile={(file) => {
          chooseOpened(true);
          reading.readFile(file);
        }}
      />
      {running && inspection.runningSince !== null && (
        <ProgressLine
          since={inspection.runningSince}
          progress={inspection.progress}
          cancelling={inspection.cancelling}
          cancel={inspection.cancel}
        />
      )}
      {refusal !== null && <RefusalBar code={refusal} />}
      {view !== null && story !== null && (
        <>
          <Verdict
            level={2}
            diagnosis={view.diagnosis}
            problems={story.problems}
            running={running}
            again={opened || target === null ? null : () => inspection.start(target)}
            showEvidence={() => showEvidence(view, null)}
          />
          <Problems
            chapters={[...story.first, ...story.rest]}
            showEvidence={(finding) => showEvidence(view, finding)}
          />
          <AllGuidesButton />
          <LineMap
            diagnosis={view.diagnosis}
            technical
            showEvidence={(finding) => showEvidence(view, finding)}
          />
          {!opened && <AdministratorReading house={house} inspection={inspection} />}
          <Readings
            house={house}
            inspection={view.id}
            showRaw={(probe) => showProbe(view, probe)}
          />
        </>
      )}
      <Announcer inspection={inspection} />
    </Page>
  );
};
