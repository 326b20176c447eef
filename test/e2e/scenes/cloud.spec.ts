import { expect as usual, test, type Page } from '@playwright/test';
import { directionOf, type Language } from '../../../strings/languages';
import { expectAccessible, expectNoSidewaysScroll } from '../support/checks';
import { signedIn, signOf, signs } from '../support/cloud-scenes';
import { expectAllInPseudo, expectNothingClipped, inPseudo, pseudo } from '../support/pseudo';
import { scene } from '../support/scenes';
import { openScene, type Scene } from '../support/stand-in';
import { wordsOf } from '../support/tour';

const expect = usual.configure({ timeout: 60_000 });
test.describe.configure({ timeout: 240_000 });

const usualSize = { width: 1280, height: 800 };
const narrow = [
  { width: 640, height: 800 },
  { width: 320, height: 640 },
] as const;
const looks = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const;

type Say = (key: string) => string;
type Look = (page: Page) => Promise<void>;

const staged = (language: Language, more: Partial<Scene>): Scene => {
  const whole = scene(more);
  return { ...whole, info: { ...whole.info, languages: [language] } };
};

/** With a sign-in, in each of the three seats, with everything open that can be. */
const tourOf = async (page: Page, say: Say, look: Look) => {
  const seat = (name: string) =>
    page.getByRole('tab', { name: say(`seat.${name}`), exact: true }).click();
  const press = (key: string) => page.getByRole('button', { name: say(key), exact: true }).click();
  const actPanel = page.locator('section[aria-labelledby="cloud-act"]');
  await seat('my-device');
  await press('device.cloud');
  await press('cloud.key');
  await press('cloud.keys.show');
  await page.getByText('111111-').waitFor();
  await press('cloud.action.my-cloud-pc-reprovision.title');
  await actPanel.getByRole('checkbox').waitFor();
  await actPanel.getByRole('textbox').last().fill('DESKTOP');
  await look(page);
  await seat('guide-a-call');
  await press('device.cloud');
  await page.getByRole('textbox').last().fill('PF2ABC12');
  await press('cloud.find.go');
  await press('cloud.open-device');
  await press('cloud.laps');
  await page.getByText('111111-').waitFor();
  await page.getByLabel(say('cloud.act'), { exact: true }).selectOption('wipe');
  await actPanel.getByRole('checkbox').waitFor();
  await look(page);
  await seat('deployment');
  await page.getByRole('tab', { name: say('deployment.view.cloud'), exact: true }).click();
  await page.getByRole('progressbar').waitFor();
  await page.getByRole('checkbox').uncheck();
  await look(page);
};

const toCard = async (page: Page, say: Say) => {
  await page.getByRole('button', { name: say('device.cloud'), exact: true }).click();
  await page.getByRole('region', { name: say('cloud.sign-in'), exact: true }).waitFor();
};

const inspect: Look = async (page) => {
  for (const look of looks) {
    await page.emulateMedia({ ...look, reducedMotion: 'reduce' });
    await expectAccessible(page);
  }
  for (const size of narrow) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page);
  }
  await page.setViewportSize(usualSize);
};

for (const language of ['en', 'ar'] as const)
  test(`${language}: what a sign-in shows can be read by everybody, in every theme and width`, async ({
    page,
  }) => {
    const say = wordsOf(language);
    await openScene(page, staged(language, signedIn()));
    await expect(page.locator('html')).toHaveAttribute('dir', directionOf(language));
    await tourOf(page, say, inspect);
  });

for (const [name, sign] of Object.entries(signs))
  test(`the card says so while it waits or when it failed: ${name}`, async ({ page }) => {
    await openScene(page, staged('ar', { cloudView: signOf(sign) }));
    await toCard(page, wordsOf('ar'));
    await inspect(page);
  });

test('all of it has words, and a third more of them still fits', async ({ page }) => {
  const german = wordsOf('de');
  await openScene(page, staged('de', signedIn(pseudo)), { reworded: inPseudo });
  await tourOf(
    page,
    (key) => pseudo(german(key)),
    async () => {
      await expectAllInPseudo(page);
      await expectNothingClipped(page);
      for (const size of narrow) {
        await page.setViewportSize(size);
        await expectNoSidewaysScroll(page);
      }
      await page.setViewportSize(usualSize);
    },
  );
});
