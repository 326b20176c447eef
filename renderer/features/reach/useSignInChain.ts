import { useEffect, useState } from 'react';
import type { Outcome } from '../../../preload/contract';
import type { ChainView } from '../../../preload/contract-chain';
import type { House } from '../shell/useHouse';

/** The chain of one look; null while it is on its way. */
export const useSignInChain = ({ ask }: House, inspection: string): Outcome<ChainView> | null => {
  const [answer, setAnswer] = useState<{ to: string; outcome: Outcome<ChainView> } | null>(null);
  useEffect(() => {
    let current = true;
    void ask((door) => door.chain(inspection)).then((outcome) => {
      if (current && outcome !== null) setAnswer({ to: inspection, outcome });
    });
    return () => {
      current = false;
    };
  }, [ask, inspection]);
  return answer?.to === inspection ? answer.outcome : null;
};
