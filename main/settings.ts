import type { Settings } from '../preload/contract';
import { readSettingsFile, writeSettingsFile } from './os/settings-file';

const defaults: Settings = { seat: 'my-device', theme: 'system', language: null, history: true };

const seats: readonly Settings['seat'][] = ['my-device', 'deployment', 'guide-a-call'];
const themes: readonly Settings['theme'][] = ['system', 'light', 'dark'];

/** What was saved, field by field: a damaged or newer file loses only what is not understood. */
export const settingsFrom = (saved: unknown): Settings => {
  const file = (typeof saved === 'object' && saved !== null ? saved : {}) as Record<
    string,
    unknown
  >;
  return {
    seat: seats.find((seat) => seat === file['seat']) ?? defaults.seat,
    theme: themes.find((theme) => theme === file['theme']) ?? defaults.theme,
    language: typeof file['language'] === 'string' ? file['language'].slice(0, 35) : null,
    history: typeof file['history'] === 'boolean' ? file['history'] : defaults.history,
  };
};

export const createSettings = (path: string) => {
  let current: Settings | null = null;
  return {
    get: async (): Promise<Settings> => (current ??= settingsFrom(await readSettingsFile(path))),
    /** Kept for this run even where the disk refuses. */
    set: async (settings: Settings): Promise<Settings> => {
      current = settingsFrom(settings);
      await writeSettingsFile(path, current);
      return current;
    },
  };
};
