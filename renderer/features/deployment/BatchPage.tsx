import { Spinner } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useRoomWords } from '../../words/useRoomWords';
import { useWords } from '../../words/useWords';
import { WordsContext } from '../../words/WordsContext';
import { RefusalBar } from '../diagnosis/RefusalBar';
import { Heading } from '../shell/Heading';
import { Page } from '../shell/Page';
import type { House } from '../shell/useHouse';
import type { Start } from '../shell/useStart';
import { BatchSheet } from './BatchSheet';
import { SheetChoice } from './SheetChoice';
import type { Hand } from './useAtHand';
import type { Batch } from './useBatch';
import { useBatchStyles } from './useBatchStyles';

interface Props {
  house: House;
  start: Start;
  batch: Batch;
  hand: Hand;
}

/** The sheet of a deployment day. Its words arrive with it. */
export const BatchPage = (props: Props) => {
  const words = useRoomWords('batch');
  if (words === null) return <Spinner />;
  return (
    <WordsContext.Provider value={words}>
      <Frame {...props} />
    </WordsContext.Provider>
  );
};

const Frame = ({ house, start, batch, hand }: Props) => {
  const styles = useBatchStyles();
  const { say } = useWords();
  const { sheet, list, refusal, arrive } = batch;
  const open = sheet !== null;
  useEffect(() => {
    if (!open) arrive();
  }, [open, arrive]);
  return (
    <Page>
      <div className={styles.section}>
        <Heading level={1}>{sheet === null ? say('batch.title') : sheet.name}</Heading>
        {sheet === null && <p className={styles.text}>{say('batch.intro')}</p>}
        {sheet === null && refusal !== null && <RefusalBar code={refusal} />}
      </div>
      {sheet === null && list === null && <Spinner label={say('batch.loading')} />}
      {sheet === null && list !== null && <SheetChoice batch={batch} list={list} />}
      {sheet !== null && (
        <BatchSheet
          key={sheet.id}
          house={house}
          start={start}
          batch={batch}
          hand={hand}
          sheet={sheet}
        />
      )}
    </Page>
  );
};
