import type { Words } from './index';
import type { Language } from './languages';

const commas: Readonly<Partial<Record<Language, string>>> = { ar: '، ', ja: '、', 'zh-Hans': '、' };

/** Words one after the other, with the comma of their language; what is no word keeps the comma of its own. */
export const listed = (texts: readonly string[], { language }: Pick<Words, 'language'>): string =>
  texts.join(commas[language] ?? ', ');
