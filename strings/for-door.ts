/// <reference types="vite/types/importMeta.d.ts" />
import type { Catalogue } from './index';
import type { Language } from './languages';

const texts = import.meta.glob<Catalogue>('./*/door.json', { import: 'default', eager: true });

/** What the browser door says before its page can speak: few words, so every language is always at hand. */
export const doorWords = (language: Language): Catalogue => texts[`./${language}/door.json`] ?? {};
