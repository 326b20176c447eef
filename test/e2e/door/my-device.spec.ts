import { expectAccessible } from '../support/checks';
import { expect, test } from '../support/door';

test('opens with a verdict, the number of problems and the age of the data', async ({ app }) => {
  const heading = app.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('This device has a problem that stops work');
  await expect(app.getByText(/^1 problem · read .+ ago/u)).toBeVisible();
});

test('says that a sample is not this computer, and tells its story', async ({ app }) => {
  const note = app.getByRole('complementary', { name: 'About this sample device' });
  await expect(note).toContainText('A recording, not this computer.');
  await expect(note).toContainText('Anna changed her password');
});

test('a card says what, why, what to do and who', async ({ app }) => {
  const card = app.getByRole('article', { name: 'Your password was not accepted' });
  await expect(card).toContainText('Windows tried to sign in with a password');
  await expect(card).toContainText('What to do');
  await expect(card).toContainText('Lock the PC');
  await expect(card).toContainText('You can do this yourself');
  await card.getByRole('button', { name: 'Done, check again' }).click();
  await expect(card).toBeVisible();
});

test('another device of the gallery has another verdict', async ({ app }) => {
  await app.getByRole('button', { name: /Healthy laptop, cloud only/u }).click();
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('No problems found');
  await expect(app.getByText(/^No known problems · /u)).toBeVisible();
  await expect(app.getByRole('article')).toHaveCount(0);
});

test('every device of the gallery can be opened and explains itself', async ({ app }) => {
  const devices = app.getByRole('navigation', { name: 'Sample devices' }).getByRole('button');
  await devices.first().waitFor();
  expect(await devices.count()).toBeGreaterThanOrEqual(12);
  for (const device of await devices.all()) {
    await device.click();
    await expect(device).toHaveAttribute('aria-current', 'true');
    await expect(app.getByRole('heading', { level: 1 })).toHaveText(
      /No problems found|needs attention|stops work|Too little could be read/u,
    );
    await expect(app.getByText('A problem this version has no words for')).toHaveCount(0);
    await expect(app.getByRole('complementary')).not.toContainText('It has no story.');
  }
});

test('the proof is one click away, with the lines that count marked', async ({ app }) => {
  await app.getByRole('button', { name: 'Show the evidence' }).first().click();
  const drawer = app.getByRole('dialog', { name: 'Evidence' });
  await expect(drawer).toContainText('Your password was not accepted');
  const marked = drawer.locator('mark', { hasText: 'AzureAdPrt' });
  await expect(marked.first()).toBeInViewport();
  await expectAccessible(app);
  await drawer.getByRole('button', { name: 'Close the evidence' }).click();
  await expect(drawer).toBeHidden();
});

test('the whole text can be read without a finding', async ({ app }) => {
  await app.getByRole('button', { name: 'Show what the device said' }).click();
  const drawer = app.getByRole('dialog', { name: 'Evidence' });
  await expect(drawer.getByRole('region', { name: 'Text as the device wrote it' })).toContainText(
    'AzureAdJoined : YES',
  );
  await expect(drawer.locator('mark')).toHaveCount(0);
});

test('what was read stays read while walking between the seats', async ({ app }) => {
  await app.getByRole('button', { name: /Healthy laptop, cloud only/u }).click();
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('No problems found');
  await app.getByRole('tab', { name: 'Deployment' }).click();
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Every reading of this device');
  await expect(app.getByRole('combobox', { name: 'Device' })).toHaveValue('healthy-cloud-laptop');
  await app.getByRole('tab', { name: 'My device' }).click();
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('No problems found');
});
