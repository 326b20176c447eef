import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { FindingView, InspectionView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import { Diagnosis } from '../diagnosis/Diagnosis';
import { RefusalBar } from '../diagnosis/RefusalBar';
import { AdministratorReading } from '../rights/AdministratorReading';
import { CloudEntry } from '../cloud/CloudEntry';
import { PrepareReset } from '../readiness/PrepareReset';
import { Since } from '../history/Since';
import { HandOverButton } from '../hand-over/HandOverButton';
import { Heading } from '../shell/Heading';
import { Page } from '../shell/Page';
import type { House } from '../shell/useHouse';
import type { Start } from '../shell/useStart';
import { Announcer } from './Announcer';
import { DoorNote } from './DoorNote';
import { ProgressLine } from './ProgressLine';
import { SampleNote } from './SampleNote';
import { SamplePicker } from './SamplePicker';
import { SampleRail } from './SampleRail';
import type { Inspection } from './useInspection';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  // Two columns that scroll on their own, so that the choice stays beside what was chosen.
  withRail: {
    '@media (min-width: 1000px)': {
      gridTemplateColumns: '320px minmax(0, 1fr)',
      gridTemplateRows: 'minmax(0, 1fr)',
      blockSize: '100%',
      '& > *': { overflowY: 'auto' },
    },
  },
});

/** Loaded when somebody goes there. */
const Readiness = lazy(async () => ({
  default: (await import('../readiness/Readiness')).Readiness,
}));

interface Props {
  house: House;
  start: Start;
  inspection: Inspection;
  showEvidence(view: InspectionView, finding: FindingView | null): void;
  openCloud(): void;
}

export const MyDevice = ({ house, start, inspection, showEvidence, openCloud }: Props) => {
  const styles = useStyles();
  const { say } = useWords();
  const { target, view, refusal, runningSince } = inspection;
  const samples = start.info.canInspectThisDevice ? null : start.samples;
  const chosen = target?.kind === 'sample' ? target.id : null;
  const choose = (id: string) => inspection.start({ kind: 'sample', id });
  const again = target === null ? null : () => inspection.start(target);
  const [preparing, setPreparing] = useState(false);
  if (preparing && view !== null)
    return (
      <Suspense fallback={null}>
        <Readiness house={house} inspection={view.id} back={() => setPreparing(false)} />
      </Suspense>
    );
  return (
    <div className={mergeClasses(styles.root, samples !== null && styles.withRail)}>
      {samples !== null && <SampleRail samples={samples} chosen={chosen} choose={choose} />}
      <div>
        <Page>
          <DoorNote reason={start.info.doorReason} />
          {samples !== null && <SamplePicker samples={samples} chosen={chosen} choose={choose} />}
          {chosen !== null && <SampleNote id={chosen} />}
          {runningSince !== null && (
            <ProgressLine
              since={runningSince}
              progress={inspection.progress}
              cancelling={inspection.cancelling}
              cancel={inspection.cancel}
            />
          )}
          {refusal !== null && <RefusalBar code={refusal} />}
          {view === null ? (
            <Heading level={1}>
              {say(runningSince === null ? 'device.nothing' : 'device.checking')}
            </Heading>
          ) : (
            <Diagnosis
              view={view}
              running={runningSince !== null}
              again={again}
              showEvidence={(finding) => showEvidence(view, finding)}
              handOver={<HandOverButton key={view.id} house={house} view={view} />}
            />
          )}
          {view !== null && <Since key={`since ${view.id}`} house={house} view={view} />}
          <AdministratorReading house={house} inspection={inspection} />
          {view !== null && <PrepareReset open={() => setPreparing(true)} />}
          <CloudEntry open={openCloud} />
          <Announcer inspection={inspection} />
        </Page>
      </div>
    </div>
  );
};
