/// <reference types="vite/types/importMeta.d.ts" />
import { languageTags, type Language } from '../../strings/languages';

const texts = import.meta.glob<Readonly<Record<string, string>>>('../../strings/*/confirm.json', {
  import: 'default',
  eager: true,
});

/** The word a person types to show that they mean it, in the language they read. */
export const confirmWords = new Map(
  languageTags.map((language) => [
    language,
    texts[`../../strings/${language}/confirm.json`]?.['guide.confirm.word'] ?? '',
  ]),
);

const plain = (text: string): string => text.normalize('NFKC').trim().toLocaleLowerCase('en');

export const isConfirmWord = (typed: string, language: Language): boolean => {
  const word = plain(confirmWords.get(language) ?? '');
  return word !== '' && plain(typed) === word;
};
