import { describe, expect, it } from 'vitest';
import { IntlMessageFormat } from 'intl-messageformat';
import deutsch from '../../strings/de/terminal.json';
import english from '../../strings/en/terminal.json';

const languages = { en: english, de: deutsch } as Record<string, Record<string, string>>;

describe.each(Object.entries(languages))('words of the terminal in %s', (language, words) => {
  it('has the keys of the source language, none twice and none empty', () => {
    expect(Object.keys(words)).toEqual(Object.keys(english));
    expect(Object.values(words).filter((text) => text.trim() === '')).toEqual([]);
  });

  it('compiles, with the same placeholders', () => {
    for (const [key, text] of Object.entries(words)) {
      const compiled = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
      expect(compiled.getAst().length, key).toBeGreaterThan(0);
      expect(placeholders(text), key).toEqual(
        placeholders((english as Record<string, string>)[key]!),
      );
    }
  });
});

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1]!))]
    .filter((name) => !/^\d/.test(name))
    .sort();
