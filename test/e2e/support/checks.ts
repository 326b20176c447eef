import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';
import { expect } from './door';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Colours halfway through an animation are nobody's. What turns for ever is not waited for. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });

interface Axe {
  axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };
}

const found = async (page: Page, options: RunOptions): Promise<string[]> => {
  await settled(page);
  await page.evaluate(axe);
  const results = await page.evaluate(
    (wanted) => (window as unknown as Axe).axe.run({ exclude: [['[data-tabster-dummy]']] }, wanted),
    options,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${String(failureSummary)}`),
  );
};

/**
 * Every rule of axe, the best practices included; what it finds is printed as rule and place. Left out are the
 * marks at the edges of a focus trap, which hand focus on the moment they get it, so that nobody ever lands there.
 */
export const expectAccessible = async (page: Page) => {
  expect(await found(page, {})).toEqual([]);
};

const themes = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const;

const backdrop = (page: Page) =>
  page.locator('#root > div').evaluate((element) => getComputedStyle(element).backgroundColor);

/** Every rule in one theme, and in the others those of colours: nothing else of a page depends on its theme. */
export const expectAccessibleInEveryTheme = async (page: Page) => {
  await expectAccessible(page);
  for (const theme of [...themes.slice(1), themes[0]]) {
    const before = await backdrop(page);
    await page.emulateMedia(theme);
    await expect.poll(() => backdrop(page)).not.toBe(before);
    const colours = { runOnly: ['color-contrast', 'link-in-text-block'] };
    if (theme !== themes[0]) expect(await found(page, colours)).toEqual([]);
  }
};

/** What reaches beyond the width of the page, or of a part of it that scrolls. */
const tooWide = (page: Page) =>
  page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
    const wide = all('html, body, body *').filter((element) => {
      const scrolls = ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
      const isPage = element.matches('html, body');
      const isRawText = element.getAttribute('role') === 'region';
      return (scrolls || isPage) && !isRawText && element.scrollWidth > element.clientWidth + 1;
    });
    const outside = all('main h1, main button, main p')
      .filter((element) => element.getClientRects().length > 0)
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return right > window.innerWidth + 1 || left < -1;
      });
    return [
      ...wide.map(
        ({ tagName, scrollWidth, clientWidth }) => `${tagName} ${scrollWidth} > ${clientWidth}`,
      ),
      ...outside.map((element) => element.outerHTML.slice(0, 120)),
    ];
  });

/** Nothing may be reachable only by scrolling sideways, once the page has laid itself out anew. */
export const expectNoSidewaysScroll = async (page: Page) => {
  await expect.poll(() => tooWide(page)).toEqual([]);
};

/** Presses Tab until the wanted thing has focus, as a person without a mouse does. */
export const tabTo = async (
  page: Page,
  role: string,
  name: string | RegExp,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
) => {
  const wanted = page.getByRole(role as 'button', { name }).first();
  await wanted.waitFor();
  for (let pressed = 0; pressed < 80; pressed += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return wanted;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never came to ${role} ${String(name)}.`);
};
