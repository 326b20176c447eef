import { useEffect } from 'react';
import type { Settings } from '../../../preload/contract';
import type { Inspection } from '../my-device/useInspection';
import type { House } from './useHouse';

/** Remembers which sample is open, and looks again when somebody asks for it beside the clock. */
export const usePlace = (
  { listen }: House,
  { target, start }: Inspection,
  canInspect: boolean,
  move: (part: Partial<Settings['place']>) => void,
): void => {
  const sample = target?.kind === 'sample' ? target.id : null;
  useEffect(() => {
    if (sample !== null) move({ sample });
  }, [sample, move]);
  useEffect(
    () =>
      listen((door) =>
        door.onCheckWanted(() => {
          if (canInspect) start({ kind: 'this-device' });
        }),
      ),
    [listen, canInspect, start],
  );
};
