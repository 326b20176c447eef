import { createWords, type Catalogue, type Language, type Words } from './index';

const catalogues: Record<Language, () => Promise<Catalogue[]>> = {
  en: async () => [
    (await import('./en/guide.json')).default,
    (await import('./en/guides-user.json')).default,
    (await import('./en/guides-technician.json')).default,
    (await import('./en/repairs.json')).default,
  ],
  de: async () => [
    (await import('./de/guide.json')).default,
    (await import('./de/guides-user.json')).default,
    (await import('./de/guides-technician.json')).default,
    (await import('./de/repairs.json')).default,
  ],
};

/** The words of the guides are many: they arrive with the first guide somebody looks at. */
export const loadGuideWords = async (words: Words): Promise<Words> => {
  const own = createWords(words.language, ...(await catalogues[words.language]()));
  const lookUp: Words['lookUp'] = (key, values) =>
    own.lookUp(key, values) ?? words.lookUp(key, values);
  return { language: words.language, lookUp, say: (key, values) => lookUp(key, values) ?? key };
};
