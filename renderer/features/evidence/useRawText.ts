import { useEffect, useState } from 'react';
import type { Outcome, RawText } from '../../../preload/contract';
import type { House } from '../shell/useHouse';

/** The raw text of one source; null while it is on its way. */
export const useRawText = (
  house: House,
  inspection: string,
  source: string | undefined,
): Outcome<RawText> | null => {
  const { ask } = house;
  const [answer, setAnswer] = useState<{ key: string; raw: Outcome<RawText> } | null>(null);
  const key = `${inspection} ${String(source)}`;
  useEffect(() => {
    if (source === undefined) return undefined;
    let current = true;
    void ask((door) => door.raw(inspection, source)).then((raw) => {
      if (current && raw !== null) setAnswer({ key, raw });
    });
    return () => {
      current = false;
    };
  }, [ask, inspection, source, key]);
  return answer?.key === key ? answer.raw : null;
};
