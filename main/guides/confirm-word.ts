import de from '../../strings/de/guide.json';
import en from '../../strings/en/guide.json';

/** The word a person types to show that they mean it, in the language they read. */
const words = { en: en['guide.confirm.word'], de: de['guide.confirm.word'] };

export type WordLanguage = keyof typeof words;
export const wordLanguages = Object.keys(words) as WordLanguage[];

const plain = (text: string): string => text.normalize('NFKC').trim().toLocaleLowerCase('en');

export const isConfirmWord = (typed: string, language: WordLanguage): boolean =>
  plain(typed) === plain(words[language]);
