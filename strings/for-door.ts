import type { Catalogue, Language } from './index';
import de from './de/door.json';
import en from './en/door.json';

/** What the browser door says before its page can speak: few words, so both languages are always at hand. */
export const doorWords: Record<Language, Catalogue> = { en, de };
