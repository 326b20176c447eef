import { readdirSync, readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../../main/reports/files';
import { languages } from '../../strings/index';
import type { Language } from '../../strings/languages';
import { say } from '../terminal/fake';
import { madeOf } from './support';

const others = (Object.keys(languages) as Language[]).filter((tag) => tag !== 'en');
const catalogue = (language: string): Record<string, string> =>
  Object.assign(
    {},
    ...readdirSync(`strings/${language}`).map(
      (file) => JSON.parse(readFileSync(`strings/${language}/${file}`, 'utf8')) as object,
    ),
  ) as Record<string, string>;
const english = catalogue('en');
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: { 'no-trailing-whitespace': 'off', 'long-title': 'off', 'void-style': 'off' },
});

/** English sentences of three words or more that this language says otherwise: two may be the same by chance. */
const englishIn = (text: string, language: Language): string[] => {
  const own = catalogue(language);
  const flat = text.replaceAll(/\s+/gu, ' ');
  return Object.entries(english).flatMap(([key, sentence]) =>
    /^[^{]{12,}$/u.test(sentence) &&
    sentence.split(' ').length > 2 &&
    own[key] !== sentence &&
    flat.includes(sentence)
      ? [`${key}: ${sentence}`]
      : [],
  );
};

it('finds English where it is', async () => {
  const made = await madeOf('key-lost-after-repair');
  const { bytes } = await filesOf.text(made, []);
  expect(englishIn(new TextDecoder().decode(bytes), 'de').length).toBeGreaterThan(5);
});

describe.each(others)('in %s', (language) => {
  it('the report is sound, small and without English', async () => {
    const made = await madeOf('key-lost-after-repair', [], language);
    for (const form of ['text', 'html'] as const) {
      const text = new TextDecoder().decode((await filesOf[form](made, [])).bytes);
      expect(englishIn(text, language)).toEqual([]);
      expect(text.length).toBeLessThan(300_000);
      if (form === 'text') continue;
      const { results } = await validator.validateString(text);
      expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    }
  });

  it('the terminal speaks without English', async () => {
    for (const words of [
      ['check', '--sample', 'key-lost-after-repair', '--why'],
      ['explain', '0xc000006d', '0x8028feed'],
      ['help'],
    ]) {
      const { out, err } = await say([...words, '--lang', language]);
      expect(englishIn(out + err, language)).toEqual([]);
    }
  });
});
