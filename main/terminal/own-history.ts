import { dirname, join } from 'node:path';
import type { History } from '../history';

/** The same looks as the window's: one PC, one user, one history. Loaded only where it is used. */
export const ownHistory = async (): Promise<History> => {
  const [{ createHistory }, { createSettings }, { defaultSettingsPath }] = await Promise.all([
    import('../history'),
    import('../settings'),
    import('../os/settings-file'),
  ]);
  const path = defaultSettingsPath();
  const settings = createSettings(path);
  return createHistory(join(dirname(path), 'history'), async () => (await settings.get()).history);
};
