/// <reference types="vite/types/importMeta.d.ts" />
import type { Catalogue } from './index';
import type { Language } from './languages';

/** Every area of every language, each loaded when somebody wants it: a new language is a new folder. */
const areas = import.meta.glob<Catalogue>('./*/*.json', { import: 'default' });

export const loadAreas = async (
  language: Language,
  names: readonly string[],
): Promise<Catalogue> => {
  const loaded = await Promise.all(
    names.map((name) => areas[`./${language}/${name}.json`]?.() ?? {}),
  );
  return Object.assign({}, ...loaded) as Catalogue;
};
