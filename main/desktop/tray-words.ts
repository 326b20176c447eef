import { loadAreas } from '../../strings/catalogues';
import { createWords, pickLanguage } from '../../strings/index';
import type { TrayWords } from './tray';

/** In the language of the page: what the person chose there, else what the system prefers. */
export const trayWords = async (
  chosen: string | null,
  system: readonly string[],
): Promise<TrayWords> => {
  const language = pickLanguage(chosen === null ? system : [chosen]);
  const { say } = createWords(language, await loadAreas(language, ['desk']));
  return {
    state: (state) => say(`tray.${state}`),
    again: say('tray.again'),
    open: say('tray.open'),
    quit: say('tray.quit'),
  };
};
