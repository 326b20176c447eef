import { useEffect, useState } from 'react';
import type { DisproofView } from '../../../preload/contract-disproof';
import type { House } from '../shell/useHouse';

/** Asked when somebody looks: main tries the rule with other answers. */
export const useDisproof = (
  { ask }: House,
  inspection: string,
  finding: string,
): DisproofView | null => {
  const [disproof, setDisproof] = useState<DisproofView | null>(null);
  useEffect(() => {
    let current = true;
    void ask((door) => door.disproof(inspection, finding)).then((outcome) => {
      if (current && outcome?.ok === true) setDisproof(outcome.value);
    });
    return () => {
      current = false;
    };
  }, [ask, inspection, finding]);
  return disproof;
};
