/** Names in their own language, as a person looking for it would read it. Each has a folder of words. */
export const languages = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  it: 'Italiano',
  nl: 'Nederlands',
  pl: 'Polski',
  'pt-BR': 'Português (Brasil)',
  ja: '日本語',
  'zh-Hans': '简体中文',
  ko: '한국어',
  ar: 'العربية',
} as const;
export type Language = keyof typeof languages;
export const languageTags = Object.keys(languages) as Language[];

export const isLanguage = (tag: string): tag is Language => Object.hasOwn(languages, tag);

/** POSIX writes an encoding or a variant behind the tag, and joins it otherwise. */
export const plainTag = (tag: string): string => tag.split(/[.@]/u)[0]?.replaceAll('_', '-') ?? '';

/** Null for what is no tag. */
const localeOf = (tag: string): Intl.Locale | null => {
  try {
    const locale = new Intl.Locale(plainTag(tag));
    // What does not name its language may imply it; engines disagree on what they call it until then.
    return /^und(?![a-z])/iu.test(tag) ? locale.maximize() : locale;
  } catch {
    return null;
  }
};

/** Of our languages only Chinese is written in several scripts, as the region has it. */
const scriptDepends = ({ language, script }: Intl.Locale) =>
  script !== undefined || language === 'zh';

/** Asking Intl for the usual script loads a table that costs more than all else of a start, so rarely. */
const sameScript = (one: Intl.Locale, other: Intl.Locale): boolean =>
  [one, other].some(scriptDepends) ? one.maximize().script === other.maximize().script : true;

/** The language of ours that readers of this tag can read: any Portuguese, but not any Chinese script. */
export const matchLanguage = (tag: string): Language | null => {
  const wanted = localeOf(tag);
  if (wanted === null) return null;
  const fits = (ours: Language) => {
    const own = new Intl.Locale(ours);
    return own.language === wanted.language && sameScript(own, wanted);
  };
  return languageTags.find(fits) ?? null;
};

/** The first wish we can serve; English where none fits. */
export const pickLanguage = (preferred: readonly string[]): Language =>
  preferred.map(matchLanguage).find((language) => language !== null) ?? 'en';

/**
 * The wishes that an organisation serves, and what it serves after them; all wishes where it names no language
 * of ours. Nobody is kept from choosing another one.
 */
export const servedLanguages = (
  preferred: readonly string[],
  served: readonly string[],
): readonly string[] => {
  const ours = served.map(matchLanguage).filter((language) => language !== null);
  if (ours.length === 0) return preferred;
  const wished = preferred.map(matchLanguage).filter((language) => language !== null);
  return [...wished.filter((language) => ours.includes(language)), ...ours];
};

/** All of ours with their names, those of the organisation first. */
export const languagesOffered = (
  served: readonly string[],
): readonly (readonly [Language, string])[] =>
  [...new Set([...servedLanguages([], served).filter(isLanguage), ...languageTags])].map((tag) => [
    tag,
    languages[tag],
  ]);

const rightToLeft: ReadonlySet<string> = new Set(['ar']);
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  rightToLeft.has(language) ? 'rtl' : 'ltr';
