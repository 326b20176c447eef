import { IntlMessageFormat } from 'intl-messageformat';
import { expect, it } from 'vitest';
import german from '../../strings/de/network.json';
import english from '../../strings/en/network.json';

type Part = ReturnType<IntlMessageFormat['getAst']>[number];

/** The parser's word for plain text. */
const literal = 0;

/** Every value a text asks for, also inside its branches. */
const names = (parts: readonly Part[]): string[] =>
  parts.flatMap((part) => {
    const own = part.type === literal || !('value' in part) ? [] : [part.value];
    const branches = 'options' in part ? Object.values(part.options) : [];
    return [...own, ...branches.flatMap(({ value }) => names(value))];
  });

const asked = (text: string, language: string) =>
  [
    ...new Set(
      names(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst()),
    ),
  ].sort();

it('both languages have the same words, with the same placeholders, and all compile', () => {
  expect(Object.keys(german)).toEqual(Object.keys(english));
  for (const [key, text] of Object.entries(english)) {
    const other = (german as Record<string, string>)[key] ?? '';
    expect(asked(other, 'de'), key).toEqual(asked(text, 'en'));
    expect(other.trim(), key).not.toBe('');
  }
});
