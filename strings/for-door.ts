import type { Catalogue, Language } from './index';
import deDoor from './de/door.json';
import deShared from './de/shared.json';
import enDoor from './en/door.json';
import enShared from './en/shared.json';

/** What the browser door says before its page can speak: few words, so both languages are always at hand. */
export const doorWords: Record<Language, Catalogue> = {
  en: { ...enShared, ...enDoor },
  de: { ...deShared, ...deDoor },
};
