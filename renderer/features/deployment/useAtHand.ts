import { useCallback, useEffect, useRef, useState } from 'react';
import type { InspectionView, Target } from '../../../preload/contract';
import type { BatchStep, DeviceView } from '../../../preload/contract-batch';
import type { Batch } from './useBatch';

/** Often enough to see an app come and go, seldom enough to be no burden to a PC that is busy. */
export const watchSeconds = 20;

/** Looks at the device at hand, once or again and again, and keeps what its row says. */
export const useAtHand = ({ ask, by, put }: Batch, sheet: string, target: Target) => {
  const [device, setDevice] = useState<DeviceView | null>(null);
  const [inspection, setInspection] = useState<InspectionView | null>(null);
  const [busy, setBusy] = useState<BatchStep | null>(null);
  const [watching, setWatching] = useState(false);
  const [lookedAt, setLookedAt] = useState<number | null>(null);
  const alone = useRef(false);
  const of = JSON.stringify(target);

  const look = useCallback(
    async (step: BatchStep) => {
      // Two looks at once would be refused by main; the next round comes soon enough.
      if (alone.current) return;
      alone.current = true;
      setBusy(step);
      const read = await ask((door) =>
        door.readIntoBatch(sheet, JSON.parse(of) as Target, step, by),
      );
      alone.current = false;
      setBusy(null);
      if (read === null) return;
      setDevice(read.device);
      setInspection(read.inspection);
      setLookedAt(Date.now());
      put(read.device);
    },
    [ask, sheet, of, by, put],
  );
  useEffect(() => {
    if (!watching) return undefined;
    const timer = window.setInterval(() => void look('set-up'), watchSeconds * 1_000);
    return () => window.clearInterval(timer);
  }, [watching, look]);
  return {
    device,
    inspection,
    busy,
    watching,
    lookedAt,
    look: (step: BatchStep) => void look(step),
    watch: () => {
      setWatching(true);
      void look('set-up');
    },
    stop: () => setWatching(false),
    forget: () => {
      setWatching(false);
      setDevice(null);
      setInspection(null);
    },
  };
};
