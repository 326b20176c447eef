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

const sources: Readonly<Record<string, (name: string, now: number) => string>> = {
  capture: (name) => read('test', 'captures', 'other', name),
  sample: (name, now) => {
    const folder = ['resources', 'devices', name];
    const { madeAt } = JSON.parse(read(...folder, 'capture.json')) as { madeAt: string };
    return shiftTimes(read(...folder, 'dsregcmd-status.txt'), Date.parse(madeAt), now);
  },
};

const textOf = (answer: Answer, now: number): string => {
  if (answer.from === undefined) return answer.text ?? '';
  const [kind = '', name = ''] = answer.from.split(':');
  const load = sources[kind];
  if (load === undefined) throw new Error(`unknown text ${answer.from}`);
  return load(name, now);
};

const lines = (text: string, end: string) => text.replace(/\r?\n/g, end);

/** The bytes as the program of this device would write them. */
export const bytesOf = (answer: Answer, language: Description['language'], now: number): Buffer => {
  const text = lines(fillTimes(textOf(answer, now), now), answer.lineEnd ?? '\r\n');
  return iconv.encode(text, answer.encoding ?? languages[language].oem);
};
