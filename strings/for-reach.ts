import { createWords, type Catalogue, type Language, type Words } from './index';

const catalogues: Record<Language, () => Promise<Catalogue[]>> = {
  en: async () => [
    (await import('./en/reach.json')).default,
    (await import('./en/network.json')).default,
  ],
  de: async () => [
    (await import('./de/reach.json')).default,
    (await import('./de/network.json')).default,
  ],
};

/** The words of the network tests arrive with them; all others are already here. */
export const loadReachWords = async (words: Words): Promise<Words> => {
  const own = createWords(words.language, ...(await catalogues[words.language]()));
  const lookUp: Words['lookUp'] = (key, values) =>
    own.lookUp(key, values) ?? words.lookUp(key, values);
  return { language: words.language, lookUp, say: (key, values) => lookUp(key, values) ?? key };
};
