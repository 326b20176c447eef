import { Button, Spinner } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useState } from 'react';
import type { ReadinessView } from '../../../preload/contract-readiness';
import { useWords } from '../../words/useWords';
import { WordsContext } from '../../words/WordsContext';
import { RefusalBar } from '../diagnosis/RefusalBar';
import { Heading } from '../shell/Heading';
import { Page } from '../shell/Page';
import type { House } from '../shell/useHouse';
import { KindCard } from './KindCard';
import { KindChoice } from './KindChoice';
import { ReadyList } from './ReadyList';
import { ReturnSheet } from './ReturnSheet';
import { useReadiness } from './useReadiness';
import { useReadinessStyles } from './useReadinessStyles';
import { useRoomWords } from '../../words/useRoomWords';

interface Props {
  house: House;
  /** The look that is judged; null when there was none yet. */
  inspection: string | null;
  /** Back to where the person came from; absent where a tab does that. */
  back?: () => void;
}

/** Before a reset: what must be in order, which ways there are here, and the sheet that goes along. */
export const Readiness = (props: Props) => {
  const words = useRoomWords('readiness');
  if (words === null) return <Spinner />;
  return (
    <WordsContext.Provider value={words}>
      <Frame {...props} />
    </WordsContext.Provider>
  );
};

const Frame = ({ house, inspection, back }: Props) => {
  const styles = useReadinessStyles();
  const { say } = useWords();
  return (
    <Page>
      <div className={styles.section} data-print="no">
        {back !== undefined && (
          <div>
            <Button onClick={back}>{say('readiness.back')}</Button>
          </div>
        )}
        <Heading level={1}>{say('readiness.title')}</Heading>
        <p className={styles.text}>
          {say(inspection === null ? 'readiness.no-device' : 'readiness.intro')}
        </p>
      </div>
      {inspection !== null && <Judged house={house} inspection={inspection} />}
    </Page>
  );
};

const Judged = ({ house, inspection }: { house: House; inspection: string }) => {
  const { say } = useWords();
  const { outcome, again } = useReadiness(house, inspection);
  if (outcome === null) return <Spinner label={say('readiness.loading')} />;
  if (!outcome.ok) return <RefusalBar code={outcome.code} />;
  return <Ways key={inspection} view={outcome.value} again={again} />;
};

const Ways = ({ view, again }: { view: ReadinessView; again(): void }) => {
  const styles = useReadinessStyles();
  const { say } = useWords();
  const [chosen, setChosen] = useState(view.proposed);
  const kind = view.kinds.find(({ id }) => id === chosen) ?? null;
  return (
    <>
      <div className={styles.section} data-print="no">
        {kind !== null && <KindCard kind={kind} />}
        <div>
          <Button icon={<ArrowClockwiseRegular />} onClick={again}>
            {say('readiness.again')}
          </Button>
        </div>
        {kind !== null && <ReadyList weight="must" lines={kind.lines} />}
        {kind !== null && <ReadyList weight="should" lines={kind.lines} />}
        <KindChoice kinds={view.kinds} chosen={chosen} choose={setChosen} />
      </div>
      <ReturnSheet sheet={view.sheet} kind={kind} />
    </>
  );
};
