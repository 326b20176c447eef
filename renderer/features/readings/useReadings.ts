import { useEffect, useState } from 'react';
import type { Outcome, ReadingView } from '../../../preload/contract';
import type { House } from '../shell/useHouse';

/** Every reading of one look; null while they are on their way. */
export const useReadings = (house: House, inspection: string): Outcome<ReadingView[]> | null => {
  const { ask } = house;
  const [answer, setAnswer] = useState<{ of: string; list: Outcome<ReadingView[]> } | null>(null);
  useEffect(() => {
    let current = true;
    void ask((door) => door.readings(inspection)).then((list) => {
      if (current && list !== null) setAnswer({ of: inspection, list });
    });
    return () => {
      current = false;
    };
  }, [ask, inspection]);
  return answer?.of === inspection ? answer.list : null;
};
