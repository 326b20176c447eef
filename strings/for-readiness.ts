import { createWords, type Catalogue, type Language, type Words } from './index';

const catalogues: Record<Language, () => Promise<Catalogue>> = {
  en: async () => (await import('./en/readiness.json')).default,
  de: async () => (await import('./de/readiness.json')).default,
};

/** The words of the page before a reset arrive with it; all others are already here. */
export const loadReadinessWords = async (words: Words): Promise<Words> => {
  const own = createWords(words.language, await catalogues[words.language]());
  const lookUp: Words['lookUp'] = (key, values) =>
    own.lookUp(key, values) ?? words.lookUp(key, values);
  return { language: words.language, lookUp, say: (key, values) => lookUp(key, values) ?? key };
};
