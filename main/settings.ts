import type { PlaceView, Settings } from '../preload/contract';
import { readSettingsFile, writeSettingsFile } from './os/settings-file';

export const defaults: Settings = {
  seat: 'my-device',
  theme: 'system',
  language: null,
  welcomed: false,
  history: true,
  keys: true,
  notify: false,
  offline: false,
  place: {
    sample: null,
    readings: { text: '', kind: 'all', room: null },
    call: null,
    view: 'device',
    sheet: null,
  },
};

const seats: readonly Settings['seat'][] = ['my-device', 'deployment', 'guide-a-call'];
const themes: readonly Settings['theme'][] = ['system', 'light', 'dark'];
const kinds: readonly PlaceView['readings']['kind'][] = ['all', 'read', 'gaps'];
const views: readonly PlaceView['view'][] = ['device', 'reach', 'readiness', 'batch', 'cloud'];
const longest = { language: 35, id: 64, text: 200, person: 100 } as const;

const recordOf = (value: unknown): Record<string, unknown> =>
  (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;

const textOf = (value: unknown, most: number): string | null =>
  typeof value === 'string' ? value.slice(0, most) : null;

const yesOr = (value: unknown, otherwise: boolean): boolean =>
  typeof value === 'boolean' ? value : otherwise;

const placeFrom = (saved: unknown): PlaceView => {
  const file = recordOf(saved);
  const readings = recordOf(file['readings']);
  const sheet = recordOf(file['sheet']);
  const open = textOf(sheet['id'], longest.id);
  return {
    sample: textOf(file['sample'], longest.id),
    readings: {
      text: textOf(readings['text'], longest.text) ?? '',
      kind: kinds.find((kind) => kind === readings['kind']) ?? 'all',
      room: textOf(readings['room'], longest.id),
    },
    call: textOf(file['call'], longest.id),
    view: views.find((view) => view === file['view']) ?? 'device',
    sheet: open === null ? null : { id: open, by: textOf(sheet['by'], longest.person) ?? '' },
  };
};

/** What was saved, field by field: a damaged or newer file loses only what is not understood. */
export const settingsFrom = (saved: unknown): Settings => {
  const file = recordOf(saved);
  return {
    seat: seats.find((seat) => seat === file['seat']) ?? defaults.seat,
    theme: themes.find((theme) => theme === file['theme']) ?? defaults.theme,
    language: textOf(file['language'], longest.language),
    history: yesOr(file['history'], defaults.history),
    welcomed: yesOr(file['welcomed'], defaults.welcomed),
    keys: yesOr(file['keys'], defaults.keys),
    notify: yesOr(file['notify'], defaults.notify),
    offline: yesOr(file['offline'], defaults.offline),
    place: placeFrom(file['place']),
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
