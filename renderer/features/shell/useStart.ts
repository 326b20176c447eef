import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppInfo, SampleView, Settings } from '../../../preload/contract';
import type { House } from './useHouse';

export interface Start {
  info: AppInfo;
  samples: SampleView[];
}

export interface Started {
  start: Start | null;
  settings: Settings | null;
  change(part: Partial<Settings>): void;
  /** Where the person is now, kept for the next start. */
  move(part: Partial<Settings['place']>): void;
}

/** What the page must know before it can show anything: asked at once where it can be, for a quick first paint. */
export const useStart = (house: House): Started => {
  const [start, setStart] = useState<Start | null>(null);
  const [settings, setSettings] = useState<Settings | null>(null);
  const kept = useRef<Settings | null>(null);
  const { ask } = house;
  useEffect(() => {
    const begin = async () => {
      const [info, wishes] = await Promise.all([
        ask((door) => door.info()),
        ask((door) => door.settings()),
      ]);
      if (info === null || wishes === null) return;
      // Where there is a device to check, nobody waits for a gallery.
      const samples = info.canInspectThisDevice ? [] : await ask((door) => door.samples());
      if (samples === null) return;
      kept.current = wishes;
      setSettings(wishes);
      setStart({ info, samples });
    };
    void begin();
  }, [ask]);
  const change = useCallback(
    (part: Partial<Settings>) => {
      if (kept.current === null) return;
      const next = { ...kept.current, ...part };
      kept.current = next;
      setSettings(next);
      void ask((door) => door.saveSettings(next));
    },
    [ask],
  );
  const move = useCallback(
    (part: Partial<Settings['place']>) => {
      if (kept.current !== null) change({ place: { ...kept.current.place, ...part } });
    },
    [change],
  );
  return { start, settings, change, move };
};
