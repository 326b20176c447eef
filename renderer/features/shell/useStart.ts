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
}

/** What the page must know before it can show anything: asked all at once, for a quick first paint. */
export const useStart = (house: House): Started => {
  const [start, setStart] = useState<Start | null>(null);
  const [settings, setSettings] = useState<Settings | null>(null);
  const kept = useRef<Settings | null>(null);
  const { ask } = house;
  useEffect(() => {
    void Promise.all([
      ask((door) => door.info()),
      ask((door) => door.samples()),
      ask((door) => door.settings()),
    ]).then(([info, samples, wishes]) => {
      if (info === null || samples === null || wishes === null) return;
      setStart({ info, samples });
      kept.current = wishes;
      setSettings(wishes);
    });
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
  return { start, settings, change };
};
