import { dirname, join } from 'node:path';
import type { Settings } from '../../preload/contract';
import type { History } from '../history';

const own = async () => {
  const [{ createSettings }, { defaultSettingsPath }] = await Promise.all([
    import('../settings'),
    import('../os/settings-file'),
  ]);
  const path = defaultSettingsPath();
  return { path, settings: createSettings(path) };
};

/** What this user chose in the window holds here, too. */
export const ownSettings = async (): Promise<Settings> => (await own()).settings.get();

/** The same looks as the window's: one PC, one user, one history. Loaded only where it is used. */
export const ownHistory = async (): Promise<History> => {
  const [{ createHistory }, { path, settings }] = await Promise.all([import('../history'), own()]);
  return createHistory(join(dirname(path), 'history'), async () => (await settings.get()).history);
};
