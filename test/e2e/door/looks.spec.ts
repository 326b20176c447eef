import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from '../support/checks';
import { expect, test } from '../support/door';

const words = {
  en: {
    seats: ['My device', 'Deployment', 'Guide a call'],
    paste: 'Output of dsregcmd',
    read: 'Diagnose',
    settings: 'Settings',
    codes: 'Explain a code',
    close: 'Close the explanation',
    ask: 'Code, name or words',
    evidence: 'Show the evidence',
  },
  de: {
    seats: ['Mein Gerät', 'Bereitstellung', 'Anruf begleiten'],
    paste: 'Ausgabe von dsregcmd',
    read: 'Diagnostizieren',
    settings: 'Einstellungen',
    codes: 'Code erklären',
    close: 'Erklärung schließen',
    ask: 'Code, Name oder Wörter',
    evidence: 'Belege zeigen',
  },
} as const;
type Language = keyof typeof words;

/** Every screen there is, each looked at once. */
const tour = async (app: Page, language: Language, look: (page: Page) => Promise<void>) => {
  const { seats, paste, read, settings, codes, close, ask, evidence } = words[language];
  await expect(app.locator('html')).toHaveAttribute('lang', language);
  for (const seat of seats) {
    await app.getByRole('tab', { name: seat }).click();
    await app.getByRole('heading', { level: 1 }).waitFor();
    await look(app);
  }
  await app.getByRole('tab', { name: seats[1] }).click();
  await app.locator('summary').first().click();
  await app.locator('dl').first().waitFor();
  await look(app);
  await app.getByRole('button', { name: codes }).click();
  await app.getByRole('searchbox', { name: ask }).fill('0xc000006d, 0x8028feed');
  await app.keyboard.press('Enter');
  await app.getByRole('heading', { level: 3, name: '0x8028feed' }).waitFor();
  await look(app);
  await app.getByRole('button', { name: close }).click();
  await expect(app.getByRole('dialog')).toBeHidden();
  await app.getByRole('tab', { name: seats[2] }).click();
  const text = await readFile('test/captures/dsregcmd/hybrid-prt-no-0xc000006d.txt', 'utf8');
  await app.getByRole('textbox', { name: paste }).fill(text);
  await app.getByRole('button', { name: read }).click();
  await app.getByRole('article').first().waitFor();
  await look(app);
  await app.getByRole('tab', { name: seats[0] }).click();
  await app.getByRole('button', { name: evidence }).first().click();
  await app.getByRole('dialog').locator('mark').first().waitFor();
  await look(app);
  await app.keyboard.press('Escape');
  await expect(app.getByRole('dialog')).toBeHidden();
  await app.getByRole('button', { name: settings }).click();
  await app.getByRole('radio').first().waitFor();
  await look(app);
};

const looks = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active' },
} as const;

for (const [language, locale] of [
  ['en', 'en-GB'],
  ['de', 'de-DE'],
] as const)
  test.describe(language, () => {
    test.use({ locale });
    for (const [name, media] of Object.entries(looks))
      test(`${name}: axe finds nothing on any screen`, async ({ app }) => {
        await app.emulateMedia({ ...media, reducedMotion: 'reduce' });
        await tour(app, language, expectAccessible);
      });
    test('640 pixels are enough', async ({ app }) => {
      await app.setViewportSize({ width: 640, height: 800 });
      await tour(app, language, expectNoSidewaysScroll);
    });
    test('at 200 % zoom nothing is cut off', async ({ app }) => {
      // Zoom of a browser gives the page half as many pixels to lay itself out in.
      await app.setViewportSize({ width: 640, height: 400 });
      await tour(app, language, async (page) => {
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
      });
    });
    test('at 400 % zoom a phone-wide page still works', async ({ app }) => {
      await app.setViewportSize({ width: 320, height: 640 });
      await tour(app, language, expectNoSidewaysScroll);
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

test('mirrored for a right-to-left language, nothing is cut off', async ({ app }) => {
  await app.getByRole('heading', { level: 1 }).waitFor();
  await app.locator('.fui-FluentProvider').evaluate((page) => page.setAttribute('dir', 'rtl'));
  await expectNoSidewaysScroll(app);
  const rail = await app.getByRole('navigation', { name: 'Sample devices' }).boundingBox();
  const verdict = await app.getByRole('heading', { level: 1 }).boundingBox();
  expect(rail?.x).toBeGreaterThan(verdict?.x ?? Number.POSITIVE_INFINITY);
});
