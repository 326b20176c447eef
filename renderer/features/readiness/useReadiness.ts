import { useCallback, useEffect, useState } from 'react';
import type { Outcome } from '../../../preload/contract';
import type { ReadinessView } from '../../../preload/contract-readiness';
import type { House } from '../shell/useHouse';

/** The answer for one look; null while it is on its way. */
export const useReadiness = (house: House, inspection: string) => {
  const { ask } = house;
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<{ to: string; outcome: Outcome<ReadinessView> } | null>(
    null,
  );
  const question = `${inspection} ${String(round)}`;
  useEffect(() => {
    let current = true;
    void ask((door) => door.readiness(inspection)).then((outcome) => {
      if (current && outcome !== null) setAnswer({ to: question, outcome });
    });
    return () => {
      current = false;
    };
  }, [ask, inspection, question]);
  const again = useCallback(() => setRound((old) => old + 1), []);
  return { outcome: answer?.to === question ? answer.outcome : null, again };
};
