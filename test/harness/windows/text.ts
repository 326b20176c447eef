import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import type { Answer, Description } from './description';
import { fillTimes, shiftTimes } from './times';

const root = join(import.meta.dirname, '..', '..', '..');

interface Language {
  locale: string;
  oem: string;
  ansi: string;
}

export const languages: Readonly<Record<Description['language'], Language>> = {
  en: { locale: 'en_US', oem: 'cp437', ansi: 'cp1252' },
  de: { locale: 'de_DE', oem: 'cp850', ansi: 'cp1252' },
  fr: { locale: 'fr_FR', oem: 'cp850', ansi: 'cp1252' },
  ja: { locale: 'ja_JP', oem: 'cp932', ansi: 'cp932' },
  ru: { locale: 'ru_RU', oem: 'cp866', ansi: 'cp1251' },
};

const read = (...parts: string[]) => readFileSync(join(root, ...parts), 'utf8');

interface Found {
  text: string;
  /** When a recorded text was recorded; what it says moves along with the present. */
  recordedAt: number | null;
}

const sources: Readonly<Record<string, (name: string) => Found>> = {
  capture: (name) => ({ text: read('test', 'captures', 'other', name), recordedAt: null }),
  sample: (name) => {
    const folder = ['resources', 'devices', name];
    const { madeAt } = JSON.parse(read(...folder, 'capture.json')) as { madeAt: string };
    return { text: read(...folder, 'dsregcmd-status.txt'), recordedAt: Date.parse(madeAt) };
  },
};

const find = ({ from, text = '' }: Answer): Found => {
  if (from === undefined) return { text, recordedAt: null };
  const [kind = '', name = ''] = from.split(':');
  const load = sources[kind];
  if (load === undefined) throw new Error(`unknown text ${from}`);
  return load(name);
};

const replaced = (text: string, words: Readonly<Record<string, string>>): string =>
  Object.entries(words).reduce((whole, [from, to]) => {
    if (!whole.includes(from)) throw new Error(`nothing to replace: ${from}`);
    return whole.replaceAll(from, to);
  }, text);

const textOf = (answer: Answer, now: number): string => {
  const { text, recordedAt } = find(answer);
  const said = fillTimes(replaced(text, answer.replace ?? {}), now);
  return recordedAt === null ? said : shiftTimes(said, recordedAt, now);
};

const lines = (text: string, end: string) => text.replace(/\r?\n/g, end);

/** The bytes as the program of this device would write them. */
export const bytesOf = (answer: Answer, language: Description['language'], now: number): Buffer => {
  const text = lines(textOf(answer, now), answer.lineEnd ?? '\r\n');
  return iconv.encode(text, answer.encoding ?? languages[language].oem);
};
