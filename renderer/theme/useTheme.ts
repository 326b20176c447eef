import { useSyncExternalStore } from 'react';
import type { Settings } from '../../preload/contract';
import type { ThemeName } from './themes';

const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );

/** The system decides, unless the person did; high contrast always wins, because it is a need. */
export const useTheme = (wish: Settings['theme']): ThemeName => {
  const contrast = useMedia('(forced-colors: active)');
  const dark = useMedia('(prefers-color-scheme: dark)');
  if (contrast) return 'contrast';
  if (wish === 'system') return dark ? 'dark' : 'light';
  return wish;
};
