import { useCallback, useEffect, useRef, useState } from 'react';
import type { InspectionView, Target } from '../../../preload/contract';
import type { BatchStep, DeviceView } from '../../../preload/contract-batch';
import type { Start } from '../shell/useStart';
import type { Batch } from './useBatch';

/** Often enough to see an app come and go, seldom enough to be no burden to a PC that is busy. */
export const watchSeconds = 20;

interface Seen {
  sheet: string;
  target: Target;
  device: DeviceView;
  inspection: InspectionView;
  at: number;
}

/** This PC, or where none can be looked at the first sample. */
export const atHandFirst = ({ info, samples: [sample] }: Start): Target =>
  info.canInspectThisDevice || sample === undefined
    ? { kind: 'this-device' }
    : { kind: 'sample', id: sample.id };

/**
 * Looks at the device at hand, once or again and again, and keeps what its row says. It lives as long as the
 * sheet is open: whoever watches a set-up walks to other views meanwhile, and wants no gap in its line.
 */
export const useAtHand = (batch: Batch, first: Target) => {
  const { ask, by, put } = batch;
  const sheet = batch.sheet?.id ?? null;
  const [target, setTarget] = useState(first);
  const [seen, setSeen] = useState<Seen | null>(null);
  const [busy, setBusy] = useState<BatchStep | null>(null);
  const [watching, setWatching] = useState(false);
  const alone = useRef(false);

  const look = useCallback(
    async (step: BatchStep, round: boolean) => {
      // Two looks at once would be refused by main; the next round comes soon enough.
      if (sheet === null || alone.current) return;
      alone.current = true;
      setBusy(step);
      const read = await ask((door) => door.readIntoBatch(sheet, target, step, by), round);
      alone.current = false;
      setBusy(null);
      if (read === null) return;
      setSeen({ sheet, target, ...read, at: Date.now() });
      put(sheet, read.device);
    },
    [ask, sheet, target, by, put],
  );
  useEffect(() => {
    if (!watching) return undefined;
    const timer = window.setInterval(() => void look('set-up', true), watchSeconds * 1_000);
    return () => window.clearInterval(timer);
  }, [watching, look]);
  const current = seen?.sheet === sheet && seen?.target === target ? seen : null;
  return {
    target,
    device: current?.device ?? null,
    inspection: current?.inspection ?? null,
    lookedAt: current?.at ?? null,
    busy,
    watching,
    choose: (wanted: Target) => {
      setWatching(false);
      setTarget(wanted);
    },
    look: (step: BatchStep) => void look(step, false),
    watch: () => {
      setWatching(true);
      void look('set-up', false);
    },
    stop: () => setWatching(false),
    forget: () => {
      setWatching(false);
      setSeen(null);
    },
  };
};

export type Hand = ReturnType<typeof useAtHand>;
