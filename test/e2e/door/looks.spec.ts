import type { Page } from '@playwright/test';
import { directionOf, type Language } from '../../../strings/languages';
import {
  expectAccessible,
  expectAccessibleInEveryTheme,
  expectNoSidewaysScroll,
} from '../support/checks';
import { expect, test } from '../support/door';
import { farther } from '../support/farther';
import { tour, wordsOf } from '../support/tour';

/** A tour looks at every screen, and a busy machine takes its time. */
test.describe.configure({ timeout: 600_000 });

/** The browser door speaks the language of the browser. */
const inLanguage = (language: Language, tests: () => void) =>
  test.describe(language, () => {
    test.use({ locale: language });
    tests();
  });

const arrived = async (app: Page, language: Language) => {
  const html = app.locator('html');
  await expect(html).toHaveAttribute('lang', language);
  await expect(html).toHaveAttribute('dir', directionOf(language));
};

const usual = { width: 1280, height: 800 };
/** A narrow window, 200 % zoom of a common one, and 400 %, which is as wide as a phone. */
const narrow = [
  { width: 640, height: 800 },
  { width: 640, height: 400 },
  { width: 320, height: 640 },
] as const;

const expectNothingCutOff = async (page: Page) => {
  for (const size of narrow) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page);
  }
  // Zoom of a browser gives the page half as many pixels to lay itself out in.
  await page.setViewportSize(narrow[1]);
};

const tours = { 'first screens': tour, 'screens behind them': farther } as const;

/** Both directions, each in every theme. */
for (const language of ['en', 'ar'] as const)
  inLanguage(language, () => {
    for (const [name, walk] of Object.entries(tours))
      test(`${name}: axe finds nothing and nothing is cut off, also at 200 %`, async ({ app }) => {
        await app.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
        await arrived(app, language);
        await walk(app, wordsOf(language), async (page) => {
          await expectAccessibleInEveryTheme(page);
          await expectNothingCutOff(page);
          await expectAccessible(page);
          await page.setViewportSize(usual);
        });
      });
  });

/** The longest words and no spaces at all; a language nobody speaks is longer than all the others. */
for (const [language, name] of [
  ['pl', 'first screens'],
  ['de', 'screens behind them'],
  ['ja', 'first screens'],
] as const)
  inLanguage(language, () => {
    test(`${name}: nothing is cut off in a narrow window`, async ({ app }) => {
      await arrived(app, language);
      await tours[name](app, wordsOf(language), async (page) => {
        await expectNothingCutOff(page);
        await page.setViewportSize(usual);
      });
    });
  });

test('the theme follows the system while the page is open', async ({ app }) => {
  const background = () =>
    app.locator('header').evaluate((element) => getComputedStyle(element).backgroundColor);
  await app.emulateMedia({ colorScheme: 'light' });
  const light = await background();
  await app.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(background).not.toBe(light);
});

inLanguage('ar', () => {
  test('the whole page is mirrored, and raw values are not', async ({ app }) => {
    await app.getByRole('heading', { level: 1 }).waitFor();
    const say = wordsOf('ar');
    const rail = await app.getByRole('navigation', { name: say('samples.title') }).boundingBox();
    const verdict = await app.getByRole('heading', { level: 1 }).boundingBox();
    expect(rail?.x).toBeGreaterThan(verdict?.x ?? Number.POSITIVE_INFINITY);
  });
});
