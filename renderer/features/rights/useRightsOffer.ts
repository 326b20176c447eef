import { useEffect, useState } from 'react';
import type { RightsOffer } from '../../../preload/contract';
import type { House } from '../shell/useHouse';

/** Whether this door can ask for administrator rights; null until it has said. */
export const useRightsOffer = ({ ask }: House): RightsOffer | null => {
  const [offer, setOffer] = useState<RightsOffer | null>(null);
  useEffect(() => {
    let current = true;
    void ask((door) => door.rightsOffer()).then((told) => {
      if (current) setOffer(told);
    });
    return () => {
      current = false;
    };
  }, [ask]);
  return offer;
};
