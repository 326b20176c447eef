import { Spinner } from '@fluentui/react-components';
import type { Seat } from '../../../preload/contract';
import { WordsContext } from '../../words/WordsContext';
import { Page } from '../shell/Page';
import type { House } from '../shell/useHouse';
import { GuideList } from './GuideList';
import { GuideRunner } from './GuideRunner';
import { useFits } from './useFits';
import type { Guiding } from './useGuide';
import { useRoomWords } from '../../words/useRoomWords';

interface Props {
  house: House;
  guiding: Guiding;
  seat: Seat;
  /** What is looked at; null in a call without one. */
  inspection: string | null;
  practice: boolean;
}

/** Everything about guides arrives with the first one somebody looks at. */
export const GuideRoom = ({ house, guiding, seat, inspection, practice }: Props) => {
  const words = useRoomWords('guides');
  const fits = useFits(house, seat, inspection);
  if (words === null) return <Spinner />;
  return (
    <WordsContext.Provider value={words}>
      <Page>
        {guiding.run === null ? (
          <GuideList
            practice={practice}
            guiding={guiding}
            fits={fits}
            start={(guide) => guiding.start(guide, seat, inspection)}
          />
        ) : (
          <GuideRunner guiding={guiding} run={guiding.run} />
        )}
      </Page>
    </WordsContext.Provider>
  );
};
