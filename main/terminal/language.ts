import {
  createWords,
  inRegion,
  languages,
  matchLanguage,
  pickLanguage,
  type Words,
} from '../../strings/index';
import { english, load } from '../../strings/for-terminal';
import { Problem } from './problem';

/** POSIX variables where they are set, what the system says otherwise (Windows sets none). */
export const systemLanguages = (env: NodeJS.ProcessEnv, locale: string): string[] => {
  const posix = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'];
  return posix ? [posix] : [locale];
};

export const englishWords = (): Words => createWords('en', english);

/** A language asked for by name must exist; a system in another language gets English. */
export const wordsFor = async (
  asked: string | undefined,
  wishes: readonly string[],
  system: readonly string[] = wishes,
): Promise<Words> => {
  const named = asked === undefined ? pickLanguage(wishes) : matchLanguage(asked);
  if (named === null)
    throw new Problem('terminal.usage.unknown-language', {
      values: { tag: asked ?? '', known: Object.keys(languages).join(', ') },
    });
  const words = named === 'en' ? englishWords() : createWords(named, await load(named), english);
  return inRegion(words, asked === undefined ? system : [asked, ...system]);
};
