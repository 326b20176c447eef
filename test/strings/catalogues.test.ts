import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { languages } from '../../strings';
import { findingIds, sampleIds, sourceFiles, usedKeys } from './used-keys';

const root = 'strings';
const source = 'en';
const areas = readdirSync(join(root, source)).filter((name) => name.endsWith('.json'));
const others = Object.keys(languages).filter((language) => language !== source);

const read = (language: string, area: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, language, area), 'utf8')) as Record<string, string>;

type Part = { type: number; value?: unknown; options?: Record<string, { value: Part[] }> };
const kinds = { literal: 0, plural: 6 };

const partsOf = (text: string): Part[] => {
  const inside = (parts: Part[]): Part[] =>
    parts.flatMap((part) => [
      part,
      ...Object.values(part.options ?? {}).flatMap((option) => inside(option.value)),
    ]);
  const ast = new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst();
  return inside(ast as Part[]);
};

/** Names and kinds of everything that is filled in, and the choices of each plural or select. */
const placeholders = (text: string): string[] => {
  type Part = { type: number; value?: unknown; options?: Record<string, { value: Part[] }> };
  const walk = (parts: Part[]): string[] =>
    parts.flatMap(({ type, value, options }) => {
      if (type === 0 || type === 7) return [];
      const inside = Object.values(options ?? {}).flatMap((option) => walk(option.value));
      return [`${String(value)} (${String(type)})`, ...inside];
    });
  const ast = new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst();
  return [...new Set(walk(ast as Part[]))].sort();
};

it('every folder is a language, and every language has a folder', () => {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(languages).sort());
});

describe.each(areas)('%s', (area) => {
  const original = read(source, area);

  it('has text behind every key', () => {
    const empty = Object.entries(original).filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it.each(others)('has exactly the same keys in %s', (language) => {
    expect(Object.keys(read(language, area)).sort()).toEqual(Object.keys(original).sort());
  });

  it.each(others)('fills in the same values in %s, and has text everywhere', (language) => {
    const translated = read(language, area);
    const differing = Object.entries(original).filter(([key, text]) => {
      const other = translated[key] ?? '';
      return (
        other.trim() === '' ||
        JSON.stringify(placeholders(other)) !== JSON.stringify(placeholders(text))
      );
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });
});

describe.each(others)('%s', (language) => {
  const entries = areas.flatMap((area) => Object.entries(read(language, area)));
  const english = new Map(areas.flatMap((area) => Object.entries(read(source, area))));

  it('has every plural its numbers need', () => {
    const rules = new Intl.PluralRules(language);
    const needed = new Set(Array.from({ length: 205 }, (_, number) => rules.select(number)));
    const lacking = entries.flatMap(([key, text]) =>
      partsOf(text)
        .filter(({ type }) => type === kinds.plural)
        .flatMap(({ options = {} }) =>
          // One exact number can stand for the form that is for it alone.
          [...needed].filter((form) => !(form in options) && !(form === 'one' && '=1' in options)),
        )
        .map((form) => `${key}: ${form}`),
    );
    expect(lacking).toEqual([]);
  });

  it('has no sentence left in English', () => {
    const left = entries.filter(([key, text]) => {
      if (text !== english.get(key)) return false;
      const said = partsOf(text)
        .filter(({ type }) => type === kinds.literal)
        .map(({ value }) => String(value));
      const spoken = said.join(' ').match(/\p{L}{2,}/gu) ?? [];
      // Names of products are the same everywhere, and begin with capitals.
      return spoken.length > 3 && spoken.some((word) => word === word.toLowerCase());
    });
    expect(left).toEqual([]);
  });

  it('confirms with one word of its own', () => {
    const words = Object.keys(languages).map(
      (tag) => read(tag, 'confirm.json')['guide.confirm.word'],
    );
    const own = read(language, 'confirm.json')['guide.confirm.word'] ?? '';
    expect(own).toMatch(/^\p{L}{2,20}$/u);
    expect(words.filter((word) => word === own)).toHaveLength(1);
  });
});

it('no key stands in two areas', () => {
  const keys = areas.flatMap((area) => Object.keys(read(source, area)));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

describe('keys and code', () => {
  const known = new Set(areas.flatMap((area) => Object.keys(read(source, area))));
  const { whole, families } = usedKeys(sourceFiles());

  it('every key is used somewhere', () => {
    const unused = [...known].filter(
      (key) => !whole.has(key) && !families.some((family) => family.test(key)),
    );
    expect(unused).toEqual([]);
  });

  it('every key that is said exists', () => {
    expect([...whole].filter((key) => !known.has(key) && isSaid(key))).toEqual([]);
  });

  it('every family that is said has members', () => {
    const empty = families.filter((family) => ![...known].some((key) => family.test(key)));
    expect(empty.map(String)).toEqual([]);
  });

  it('every finding the rules can make has its words', () => {
    const parts = ['title', 'why', 'next'];
    const ids = findingIds();
    expect(ids.length).toBeGreaterThan(20);
    const missing = ids.flatMap((id) =>
      parts.map((part) => `finding.${id}.${part}`).filter((key) => !known.has(key)),
    );
    expect(missing).toEqual([]);
  });

  it('no finding has words that no rule makes', () => {
    const ids = new Set(findingIds());
    const told = [...known].filter((key) => key.startsWith('finding.'));
    expect(told.filter((key) => !ids.has(key.split('.')[1] ?? ''))).toEqual([]);
  });

  it('every sample device has a name and a story, and no others are told', () => {
    const wanted = sampleIds().flatMap((id) => [`sample.${id}.name`, `sample.${id}.story`]);
    expect(Object.keys(read(source, 'samples.json')).sort()).toEqual(wanted.sort());
  });
});

/** Texts with a dot are many; only those in a `say(…)` are keys for certain. */
const isSaid = (key: string): boolean =>
  sourceFiles().some(({ text }) => text.includes(`say('${key}'`));
