import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { FindingView, InspectionView } from '../../../preload/contract';
import { useRoomWords } from '../../words/useRoomWords';
import { WordsContext } from '../../words/WordsContext';
import { RefusalBar } from '../diagnosis/RefusalBar';
import { CloudEntry } from '../cloud/CloudEntry';
import { Page } from '../shell/Page';
import type { House } from '../shell/useHouse';
import { CallDesk } from './CallDesk';
import { CallForm } from './CallForm';
import { CallResult } from './CallResult';
import { CallTabs } from './CallTabs';
import { Comparison } from './Comparison';
import { MaskedNote } from './MaskedNote';
import { Questions } from './Questions';
import type { CallsOfASeat } from './useCalls';
import { useEarlier } from './useEarlier';
import type { ReadingOfACall } from './useReading';

const useStyles = makeStyles({
  call: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXXL,
  },
});

/** Loaded when a ticket is made. */
const HandOver = lazy(async () => ({ default: (await import('../hand-over/HandOver')).HandOver }));

interface Props {
  house: House;
  room: CallsOfASeat;
  reading: ReadingOfACall;
  openCloud(): void;
  showReadings(): void;
  explain(code: string, area: string | null): void;
  showEvidence(view: InspectionView, finding: FindingView | null): void;
}

/** A call: what the caller sent or says, what it means, and the ticket at its end. Focus follows. */
export const GuideACall = (props: Props) => {
  const { house, room, reading, openCloud, showReadings, explain, showEvidence } = props;
  const styles = useStyles();
  const words = useRoomWords('calls');
  const heading = useRef<HTMLHeadingElement>(null);
  const { current, refusal } = room;
  const view = current?.view ?? null;
  const comparison = current?.comparison ?? null;
  const [ticket, setTicket] = useState<InspectionView | null>(null);
  const [open, setOpen] = useState(false);
  const earlier = useEarlier(house, room.compare);
  useEffect(() => heading.current?.focus(), [view?.id]);
  const { calls, begin } = room;
  useEffect(() => {
    if (calls?.length === 0) begin();
  }, [calls, begin]);
  // What is typed belongs to a call, so there is one before anybody can type.
  if (words === null || calls === null || (current === null && refusal === null))
    return <Spinner />;
  const makeTicket = async () => {
    const about = view ?? (await room.told());
    setTicket(about);
    setOpen(about !== null);
  };
  return (
    <WordsContext.Provider value={words}>
      <Page>
        <CallTabs room={room} />
        {refusal !== null && <RefusalBar code={refusal} />}
        <div
          id="call"
          className={styles.call}
          {...(current === null
            ? {}
            : { role: 'tabpanel', 'aria-labelledby': `call-${current.id}` })}
        >
          {view === null ? (
            <>
              {current?.fileGone === true && (
                <MessageBar layout="multiline">
                  <MessageBarBody>{words.say('calls.file-gone')}</MessageBarBody>
                </MessageBar>
              )}
              <CallForm key={current?.id} reading={reading} />
            </>
          ) : (
            <CallResult
              view={view}
              refusal={reading.refusal ?? earlier.refusal}
              focusRef={heading}
              next={begin}
              other={() => room.attach(null)}
              showReadings={showReadings}
              explain={explain}
              openEarlier={earlier.open}
              showEvidence={(finding) => showEvidence(view, finding)}
            >
              <MaskedNote masked={view.masked} />
              {comparison !== null && (
                <Comparison shown={comparison} close={() => room.compare(null)} />
              )}
            </CallResult>
          )}
          <Questions key={current?.id} room={room} />
          <CloudEntry open={openCloud} />
          <CallDesk room={room} makeTicket={() => void makeTicket()} />
        </div>
        {ticket !== null && (
          <Suspense fallback={null}>
            <HandOver
              key={ticket.id}
              house={house}
              view={ticket}
              call={current?.id ?? null}
              open={open}
              close={() => setOpen(false)}
            />
          </Suspense>
        )}
      </Page>
    </WordsContext.Provider>
  );
};
