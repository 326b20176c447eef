import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './support/checks';
import { expect, test } from './support/door';

const signOff = async (page: Page, sample: string) => {
  await page.getByLabel('PC', { exact: true }).selectOption(sample);
  await page.getByRole('button', { name: 'Check for sign-off' }).click();
  await page.getByRole('button', { name: /^Details of/u }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Asset tag').first().fill(`T-${sample}`);
  await drawer.getByLabel('Asset tag').first().press('Enter');
  await expect(drawer.getByLabel('Reason: Asset tag noted')).toHaveCount(0);
  for (const reason of await drawer.getByLabel(/^Reason: /u).all())
    await reason.fill('Seen by hand');
  await drawer.getByLabel('Name under the sign-off').fill('Ada Berg');
  await drawer.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(drawer.getByRole('status')).toContainText('Ada Berg');
  return drawer;
};

test('a batch of five is signed off on sample devices', async ({ app: page }) => {
  await page.getByRole('tab', { name: 'Deployment' }).click();
  await page.getByRole('tab', { name: 'Batch sheet' }).click();
  await page.getByLabel('Name of the sheet').fill('Site 3, Monday');
  await page.getByRole('button', { name: 'Start the sheet' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Site 3, Monday' })).toBeVisible();
  const five = [
    'healthy-cloud-laptop',
    'healthy-hybrid-desktop',
    'registered-twice',
    'hotel-network',
    'local-administrator',
  ];
  for (const [at, sample] of five.entries()) {
    const drawer = await signOff(page, sample);
    if (at === 0) await expectAccessible(page);
    await drawer.getByRole('button', { name: 'Close' }).click();
  }
  await expect(page.getByText('5 of 5 PCs shown')).toBeVisible();
  await expect(page.getByRole('row').getByText('Signed with open points')).toHaveCount(5);
  // A hint over the button under the pointer belongs to no landmark.
  await page.mouse.move(0, 0);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await expectAccessible(page);
  await page.setViewportSize({ width: 640, height: 800 });
  await expectNoSidewaysScroll(page);
});
