import { useEffect, useState } from 'react';
import type { GuideView, Seat } from '../../../preload/contract';
import type { House } from '../shell/useHouse';

/** Which guides fit what is looked at; none until main has said so. */
export const useFits = (
  { ask }: House,
  seat: Seat,
  inspection: string | null,
): readonly GuideView[] => {
  const [fits, setFits] = useState<readonly GuideView[]>([]);
  useEffect(() => {
    let current = true;
    void ask((door) => door.guides(seat, inspection)).then((answer) => {
      if (current) setFits(answer?.ok === true ? answer.value : []);
    });
    return () => {
      current = false;
    };
  }, [ask, seat, inspection]);
  return fits;
};
