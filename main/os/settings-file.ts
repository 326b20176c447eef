import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** The folder of this user's settings, by the system's own custom. */
export const settingsFolder = (
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string => {
  if (platform === 'win32')
    return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Fieldkit');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Fieldkit');
  return join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'fieldkit');
};

export const defaultSettingsPath = (): string =>
  join(settingsFolder(process.platform, process.env, homedir()), 'settings.json');

/** Null when there is none, or none that can be read: settings are never worth an error. */
export const readSettingsFile = async (path: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
};

/** Written aside and moved, so that a power cut leaves the old settings or the new ones. */
export const writeSettingsFile = async (path: string, settings: unknown): Promise<boolean> => {
  try {
    await mkdir(dirname(path), { recursive: true });
    const aside = `${path}.${process.pid}.new`;
    await writeFile(aside, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
    await rename(aside, path);
    return true;
  } catch {
    return false;
  }
};
