import type { Page } from '@playwright/test';
import { expect } from './door';

/**
 * A language that nobody speaks: every sentence is marked at both ends and a third longer. What is seen without
 * its marks was never given words, and what has lost one of them is cut off.
 */
const open = '⟦';
const close = '⟧';
export const pseudo = (text: string): string =>
  `${open}${text} ${'ẋ'.repeat(Math.ceil(text.replaceAll(/\{[^}]*\}/gu, '').length / 3))}${close}`;

const words = /("[\w.-]+":)(?:`((?:\\.|[^`\\])*)`|"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)')/gu;

const wordFile = /\/assets\/words-de-[^/]*\.js$/u;

/** German words, as the page is about to get them, said in it; all other files stay as they are. */
export const inPseudo = (path: string, text: string): string =>
  wordFile.test(path)
    ? text.replaceAll(words, (_all, key: string, ...texts: (string | undefined)[]) => {
        const [said = ''] = texts.slice(0, 3).filter((one) => one !== undefined);
        return `${key}\`${pseudo(said).replaceAll(/(?<!\\)`/gu, '\\`')}\``;
      })
    : text;

/** From here on every German word that is loaded is said in it. */
export const speakPseudo = (page: Page) =>
  page.route(wordFile, async (route) => {
    const response = await route.fetch();
    const body = inPseudo(new URL(response.url()).pathname, await response.text());
    await route.fulfill({ response, body });
  });

/** Names of products, codes and values of the device are nobody's to translate, and are marked as such. */
const untranslated =
  'code, pre, kbd, mark, input, textarea, [dir="ltr"], [translate="no"], [lang]:not(html)';

const plainTexts = (page: Page) =>
  page.evaluate((skip) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim() ?? '';
      const parent = walker.currentNode.parentElement;
      if (!/\p{L}{2}/u.test(text) || parent === null || parent.closest(skip) !== null) continue;
      if (parent.closest('script, style') !== null) continue;
      if (!text.includes('⟦') && !text.includes('⟧')) found.push(text.slice(0, 80));
    }
    return [...new Set(found)];
  }, untranslated);

/** Words are loaded by area: what is seen while they are on their way is not what stays. */
export const expectAllInPseudo = (page: Page) =>
  expect.poll(() => plainTexts(page), 'without words').toEqual([]);

const clippedTexts = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const { overflowX, overflowY, visibility } = getComputedStyle(element);
        const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
        // One pixel is how words are given to screen readers only.
        if (visibility === 'hidden' || clientWidth <= 1 || clientHeight <= 1) return false;
        const hides = (overflow: string) => ['hidden', 'clip'].includes(overflow);
        return (
          (hides(overflowX) && scrollWidth > clientWidth + 1) ||
          (hides(overflowY) && scrollHeight > clientHeight + 1)
        );
      })
      .filter((element) => (element.textContent ?? '').includes('⟦'))
      .map((element) => `${element.tagName} ${(element.textContent ?? '').slice(0, 80)}`),
  );

/** Whatever hides what does not fit must have nothing to hide, once it has come to rest. */
export const expectNothingClipped = (page: Page) =>
  expect.poll(() => clippedTexts(page), 'cut off').toEqual([]);
