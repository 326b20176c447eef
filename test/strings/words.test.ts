import { describe, expect, it } from 'vitest';
import { createWords, inRegion, isLanguage, languages, pickLanguage } from '../../strings';
import { english, load } from '../../strings/for-page';

describe('the language that is spoken', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['fr-CH', 'de'], 'de'],
    [['DE_de.UTF-8'], 'de'],
    [['C'], 'en'],
    [['fr'], 'en'],
    [[], 'en'],
  ] as const)('for %j is %s', (preferred, language) => {
    expect(pickLanguage(preferred)).toBe(language);
  });

  it('is never something an object happens to have', () => {
    expect(isLanguage('constructor')).toBe(false);
    expect(pickLanguage(['__proto__', 'toString'])).toBe('en');
  });
});

describe('words', () => {
  it('are said in the language asked for, with its plurals', async () => {
    const { say } = createWords('de', await load('de'), english);
    expect(say('verdict.problems', { count: 1 })).toBe('1 Problem');
    expect(say('verdict.problems', { count: 1_200 })).toBe('1.200 Probleme');
  });

  it('fall back to English where a translation is missing', () => {
    const { say } = createWords('de', {}, english);
    expect(say('verdict.healthy')).toBe('No problems found');
  });

  it('are null for an id without words, whatever the id is', () => {
    const { lookUp } = createWords('en', english);
    expect(lookUp('finding.unheard-of.title')).toBeNull();
    expect(lookUp('constructor')).toBeNull();
  });

  it('show a dash where a value is missing, rather than nothing at all', () => {
    const { say } = createWords('en', english);
    expect(say('call.file')).toBe('From –');
    expect(() => say('verdict.problems')).not.toThrow();
  });

  it('take values as text, never as markup or as a message', () => {
    const { say } = createWords('en', english);
    expect(say('call.file', { name: '<b>{name}</b>' })).toBe('From <b>{name}</b>');
  });

  it.each([
    [['en-GB'], 'en-GB'],
    [['de-AT', 'en_AU.UTF-8'], 'en-AU'],
    [['de-AT'], 'en'],
    [['C', ''], 'en'],
  ])('have the dates of the region in %j: %s', (preferred, locale) => {
    expect(inRegion(createWords('en', english), preferred).locale).toBe(locale);
  });

  it.each(Object.keys(languages))('load for %s', async (language) => {
    const catalogue = await load(language as keyof typeof languages);
    expect(Object.keys(catalogue).length).toBe(Object.keys(english).length);
  });
});
