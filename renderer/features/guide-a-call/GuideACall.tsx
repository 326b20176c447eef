import { useEffect, useRef } from 'react';
import type { FindingView, InspectionView } from '../../../preload/contract';
import { Page } from '../shell/Page';
import { CallForm } from './CallForm';
import { CallResult } from './CallResult';
import type { ReadingOfACall } from './useReading';

interface Props {
  reading: ReadingOfACall;
  showReadings(): void;
  explain(code: string, area: string | null): void;
  showEvidence(view: InspectionView, finding: FindingView | null): void;
}

/** First what the caller sent, then what it means; focus follows. */
export const GuideACall = ({ reading, showReadings, explain, showEvidence }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const view = reading.view;
  useEffect(() => heading.current?.focus(), [view]);
  return (
    <Page>
      {view === null ? (
        <CallForm reading={reading} />
      ) : (
        <CallResult
          view={view}
          refusal={reading.refusal}
          focusRef={heading}
          next={reading.clear}
          showReadings={showReadings}
          explain={explain}
          showEvidence={(finding) => showEvidence(view, finding)}
        />
      )}
    </Page>
  );
};
