import { useEffect, useRef } from 'react';
import type { Start } from '../shell/useStart';
import type { Inspection } from './useInspection';

/** Opens with something to see: this device on Windows, elsewhere the sample that was open or the first one. */
export const useFirstLook = (
  start: Start,
  inspection: Inspection,
  { welcomed, sample }: { welcomed: boolean; sample: string | null },
): void => {
  const { info, samples } = start;
  const { start: look } = inspection;
  const begun = useRef(false);
  useEffect(() => {
    // Nothing is read before a person was told what is read.
    if (!welcomed || begun.current) return;
    begun.current = true;
    const chosen = samples.find(({ id }) => id === sample) ?? samples[0];
    if (info.canInspectThisDevice) look({ kind: 'this-device' });
    else if (chosen !== undefined) look({ kind: 'sample', id: chosen.id });
  }, [info, samples, look, welcomed, sample]);
};
