import { useEffect } from 'react';
import type { Start } from '../shell/useStart';
import type { Inspection } from './useInspection';

/** Opens with something to see: this device on Windows, the first sample elsewhere. */
export const useFirstLook = (start: Start, inspection: Inspection): void => {
  const { info, samples } = start;
  const { start: look } = inspection;
  useEffect(() => {
    const sample = samples[0];
    if (info.canInspectThisDevice) look({ kind: 'this-device' });
    else if (sample !== undefined) look({ kind: 'sample', id: sample.id });
  }, [info, samples, look]);
};
