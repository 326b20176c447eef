import { useCallback, useMemo, useState } from 'react';
import type { Fieldkit } from '../../../preload/contract';

export interface House {
  /** True when main did not answer the last question. What is on screen may be out of date. */
  lost: boolean;
  /** Null when there is no answer to be had; refusals by main are answers. */
  ask<T>(question: (door: Fieldkit) => Promise<T>): Promise<T | null>;
  /** Returns its own way out. */
  listen(subscribe: (door: Fieldkit) => () => void): () => void;
}

/** The only way to main: one place that notices when nobody answers. */
export const useHouse = (): House => {
  const [lost, setLost] = useState(window.fieldkit === undefined);
  const ask = useCallback(
    async <T>(question: (door: Fieldkit) => Promise<T>): Promise<T | null> => {
      const door = window.fieldkit;
      if (door === undefined) return null;
      try {
        const answer = await question(door);
        setLost(false);
        return answer;
      } catch {
        setLost(true);
        return null;
      }
    },
    [],
  );
  const listen = useCallback(
    (subscribe: (door: Fieldkit) => () => void) =>
      window.fieldkit === undefined ? () => undefined : subscribe(window.fieldkit),
    [],
  );
  return useMemo(() => ({ lost, ask, listen }), [lost, ask, listen]);
};
