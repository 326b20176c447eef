import { describe, expect, it } from 'vitest';
import { languageTags, matchLanguage } from '../../strings/languages';

const bases = [...languageTags, 'zh', 'zh-Hant', 'pt', 'sr', 'und', 'no', 'cmn', 'yue', 'uz', 'pa'];
const scripts = ['', '-Latn', '-Arab', '-Hans', '-Hant', '-Jpan', '-Shaw'];
const regions = ['', '-US', '-TW', '-HK', '-SG', '-CN', '-PT', '-DE', '-KP', '-EG', '-PK'];

/** What Intl says of the language and script of a tag, whatever that costs. */
const read = (tag: string) => {
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language}-${String(script)}`;
};

describe('the language that fits a tag', () => {
  it('is the one of the same language and script, as if each had been spelt out', () => {
    const tags = bases.flatMap((base) =>
      (base.includes('-') ? [''] : scripts).flatMap((script) =>
        regions.flatMap((region) => {
          const tag = `${base}${script}${base === 'pt-BR' ? '' : region}`;
          return [tag, tag.replaceAll('-', '_')];
        }),
      ),
    );
    const wrong = tags.filter((tag) => {
      const plain = tag.replaceAll('_', '-');
      const fitting = languageTags.find((ours) => read(ours) === read(plain)) ?? null;
      return matchLanguage(tag) !== fitting;
    });
    expect(wrong).toEqual([]);
  });
});
