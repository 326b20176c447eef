import { expectAccessible, expectNoSidewaysScroll } from '../support/checks';
import { expect, test } from '../support/door';

test('a code read out from one seat says the same in the other', async ({ app }) => {
  await app.getByRole('button', { name: 'Hand over to IT' }).click();
  const drawer = app.getByRole('dialog');
  const code = await drawer.getByText(/^[0-9A-Z]{4}(?:-[0-9A-Z]{4})+$/u).textContent();
  await drawer.getByRole('button', { name: 'Close the hand-over' }).click();
  await app.getByRole('tab', { name: 'Guide a call' }).click();
  await app
    .getByRole('textbox', { name: 'Output of dsregcmd' })
    .fill(String(code).toLowerCase().replaceAll('-', ' '));
  await app.getByRole('button', { name: 'Diagnose' }).click();
  await expect(app.getByText('Your password was not accepted')).toBeVisible();
});

test('a slip in the code is noticed', async ({ app }) => {
  await app.getByRole('tab', { name: 'Guide a call' }).click();
  await app.getByRole('textbox', { name: 'Output of dsregcmd' }).fill('14H7-QQG5-N08H-5RF8');
  await app.getByRole('button', { name: 'Diagnose' }).click();
  await expect(app.getByText(/This support code has a mistake in it/u)).toBeVisible();
});

test('a picture of the code says the same in the other seat, and another picture says nothing', async ({
  app,
}) => {
  await app.getByRole('button', { name: 'Hand over to IT' }).click();
  const drawer = app.getByRole('dialog');
  const taken = await drawer.getByRole('img', { name: 'The same code as a picture' }).screenshot();
  await drawer.getByRole('button', { name: 'Close the hand-over' }).click();
  await app.getByRole('tab', { name: 'Guide a call' }).click();
  const chosen = app.getByLabel('Open a file').and(app.locator('input'));
  const picture = (buffer: Buffer) => ({ name: 'photo.png', mimeType: 'image/png', buffer });
  await chosen.setInputFiles(picture(await app.locator('header').screenshot()));
  await expect(app.getByText(/No readable support code is in this picture/u)).toBeVisible();
  await chosen.setInputFiles(picture(taken.subarray(0, 200)));
  await expect(app.getByText(/No readable support code is in this picture/u)).toBeVisible();
  await chosen.setInputFiles(picture(taken));
  await expect(app.getByText('Your password was not accepted')).toBeVisible();
});

test('what leaves is shown first, and only what was opened is readable', async ({ app }) => {
  await app.getByRole('button', { name: 'Hand over to IT' }).click();
  const drawer = app.getByRole('dialog');
  const ticket = drawer.getByRole('textbox', { name: 'Text for a ticket' });
  await expect(ticket).toHaveValue(/Signed-in account: .+ \(masked\)/u);
  await drawer.getByRole('checkbox', { name: /^Names of people/u }).check();
  await expect(ticket).toHaveValue(/Signed-in account: anna/iu);
  await expect(ticket).toHaveValue(/Device id: .+ \(masked\)/u);
});

test('the hand-over is for everybody', async ({ app }) => {
  await app.setViewportSize({ width: 640, height: 800 });
  await app.getByRole('button', { name: 'Hand over to IT' }).click();
  await app.getByRole('dialog').getByRole('heading', { name: 'Code to read out' }).waitFor();
  await expectAccessible(app);
  await expectNoSidewaysScroll(app);
});
