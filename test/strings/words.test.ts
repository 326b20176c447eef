import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { createWords, inRegion, isLanguage, languages, pickLanguage } from '../../strings';
import { english, load } from '../../strings/for-page';

describe('the language that is spoken', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['fr-CH', 'de'], 'fr'],
    [['sv', 'nl-BE'], 'nl'],
    [['pt-PT'], 'pt-BR'],
    [['pt_BR.UTF-8'], 'pt-BR'],
    [['zh-CN'], 'zh-Hans'],
    [['zh-SG'], 'zh-Hans'],
    [['ar-EG'], 'ar'],
    // Another script is not read just because the language has the same name.
    [['zh-TW', 'ja'], 'ja'],
    [['zh-HK'], 'en'],
    [['DE_de.UTF-8'], 'de'],
    [['C'], 'en'],
    [['sv'], 'en'],
    [['', '-', 'x'.repeat(60), '🙂'], 'en'],
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

  it.each(['en', 'fr', 'ar'] as const)(
    'without a value are said as ICU says them: %s',
    async (tag) => {
      const catalogue = await load(tag);
      const { say } = createWords(tag, catalogue, english);
      const plain = Object.entries(catalogue).filter(([, text]) => !text.includes('{'));
      const wrong = plain.filter(([key, text]) => {
        const message = new IntlMessageFormat(text, tag, undefined, { ignoreTag: true });
        return say(key as keyof typeof catalogue) !== message.format();
      });
      expect(plain.length).toBeGreaterThan(100);
      expect(wrong).toEqual([]);
    },
  );

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

  it('set values between right-to-left words apart, also inside a plural', async () => {
    const { say } = createWords('ar', await load('ar'), english);
    expect(say('call.file', { name: 'laptop.zip' })).toContain('\u2068laptop.zip\u2069');
    const { say: left } = createWords('de', await load('de'), english);
    expect(left('call.file', { name: 'laptop.zip' })).not.toContain('\u2068');
  });

  it('choose by a value that is set apart when it is shown', async () => {
    const { say } = createWords('ar', await load('ar'), english);
    const by = (blocker: string) =>
      say('finding.password-reset-link-blocked.why', { blocker, count: 1 });
    expect(by('custom_shell')).not.toBe(by('smart_card_required'));
  });

  it.each(Object.keys(languages))('load for %s', async (language) => {
    const catalogue = await load(language as keyof typeof languages);
    expect(Object.keys(catalogue).length).toBe(Object.keys(english).length);
  });
});
