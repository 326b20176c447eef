import { IntlMessageFormat } from 'intl-messageformat';
import { expect, it } from 'vitest';
import german from '../../strings/de/network.json';
import english from '../../strings/en/network.json';

const names = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name))].sort();

it('both languages have the same words, with the same placeholders, and all compile', () => {
  expect(Object.keys(german)).toEqual(Object.keys(english));
  for (const [key, text] of Object.entries(english)) {
    const other = (german as Record<string, string>)[key] ?? '';
    expect(names(other), key).toEqual(names(text));
    for (const [one, language] of [
      [text, 'en'],
      [other, 'de'],
    ] as const)
      expect(
        new IntlMessageFormat(one, language, undefined, { ignoreTag: true }).getAst().length,
        key,
      ).toBeGreaterThan(0);
  }
});
