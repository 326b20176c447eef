import { readFile } from 'node:fs/promises';
import { tabTo } from '../support/checks';
import { expect, test } from '../support/door';

const wrongPassword = 'test/captures/dsregcmd/hybrid-prt-no-0xc000006d.txt';

test.describe('the technician’s view', () => {
  test.beforeEach(async ({ app }) => {
    await app.getByRole('tab', { name: 'Deployment' }).click();
    await app.getByRole('status').filter({ hasText: 'readings' }).waitFor();
  });

  test('has every reading by area, and gaps are gaps', async ({ app }) => {
    const count = async () => {
      const text = await app.getByText(/^\d+ of \d+ readings$/u).textContent();
      return (text ?? '').split(' ').map(Number)[0] ?? Number.NaN;
    };
    await expect(app.getByText(/^(\d+) of \1 readings$/u)).toBeVisible();
    const all = await count();
    const join = app.getByRole('region', { name: 'Joining the company' });
    await expect(join.getByRole('listitem').first()).toContainText('device-registration');
    await app.getByRole('radio', { name: 'Gaps' }).check();
    await expect(app.locator('summary')).toHaveCount(0);
    await expect(app.getByText('Not available').first()).toBeVisible();
    const gaps = await count();
    await app.getByRole('radio', { name: 'Read', exact: true }).check();
    await expect(app.getByText('Not available')).toHaveCount(0);
    await expect(app.locator('summary')).toHaveCount(all - gaps);
    expect(gaps).toBeGreaterThan(0);
    expect(all).toBeGreaterThan(80);
  });

  test('a value is found, and its raw text is one click away', async ({ app }) => {
    await app.getByRole('searchbox', { name: 'Search names and values' }).fill('no such thing');
    await expect(app.getByText('No reading fits.')).toBeVisible();
    await app.getByRole('searchbox', { name: 'Search names and values' }).fill('keySign');
    await expect(app.getByText(/^1 of \d+ readings$/u)).toBeVisible();
    await app.locator('summary').filter({ hasText: 'device-registration' }).click();
    await expect(app.locator('dt mark', { hasText: 'keySign' }).first()).toBeVisible();
    await app.getByRole('button', { name: /^Show all \d+ values$/u }).click();
    await expect(app.locator('dt', { hasText: /^joinRows\.entra$/u })).toBeVisible();
    await app.getByRole('button', { name: 'Show the raw text' }).click();
    const drawer = app.getByRole('dialog', { name: 'Evidence' });
    await expect(drawer).toContainText('Registration and sign-in state');
    await expect(drawer.getByRole('region', { name: 'Text as the device wrote it' })).toContainText(
      'AzureAdJoined',
    );
    await app.keyboard.press('Escape');
    await expect(app.getByRole('button', { name: 'Show the raw text' })).toBeFocused();
  });

  test('shows another device, and one area of it', async ({ app }) => {
    await app.getByRole('combobox', { name: 'Device' }).selectOption('Healthy laptop, cloud only');
    await expect(app.getByRole('heading', { level: 2 }).first()).toHaveText('No problems found');
    await app.getByRole('combobox', { name: 'Area' }).selectOption('Recovery');
    await expect(app.getByRole('region', { name: 'Recovery' })).toBeVisible();
    await expect(app.getByRole('region', { name: 'Joining the company' })).toHaveCount(0);
  });

  test('opens a file of another device and stays with it', async ({ app }) => {
    const chooser = app.waitForEvent('filechooser');
    await app.getByRole('button', { name: 'Open a file' }).click();
    await (await chooser).setFiles(wrongPassword);
    await expect(app.getByText('1 of 1 readings')).toBeVisible();
    await expect(app.getByRole('combobox', { name: 'Device' })).toContainText(
      'Opened file: hybrid-prt-no-0xc000006d.txt',
    );
    await app.getByRole('combobox', { name: 'Device' }).selectOption('Laptop in a hotel network');
    await expect(app.getByText(/^[2-9]\d+ of \d+ readings$/u)).toBeVisible();
  });

  test('without a mouse: search, open, prove, come back', async ({ app }) => {
    await tabTo(app, 'searchbox', 'Search names and values');
    await app.keyboard.type('device-registration');
    await expect(app.getByText(/^1 of \d+ readings$/u)).toBeVisible();
    const summary = app.locator('summary');
    for (let pressed = 0; pressed < 10; pressed += 1) {
      await app.keyboard.press('Tab');
      if (await summary.evaluate((element) => element === document.activeElement)) break;
    }
    await app.keyboard.press('Enter');
    await tabTo(app, 'button', 'Show the raw text');
    await app.keyboard.press('Enter');
    await expect(app.getByRole('dialog', { name: 'Evidence' })).toBeVisible();
    await app.keyboard.press('Escape');
    await expect(app.getByRole('button', { name: 'Show the raw text' })).toBeFocused();
  });
});

test('the readings of a call are one click away', async ({ app }) => {
  await app.getByRole('tab', { name: 'Guide a call' }).click();
  await app
    .getByRole('textbox', { name: 'Output of dsregcmd' })
    .fill(await readFile(wrongPassword, 'utf8'));
  await app.getByRole('button', { name: 'Diagnose' }).click();
  await app.getByRole('button', { name: 'Show every reading' }).click();
  await expect(app.getByText('1 of 1 readings')).toBeVisible();
  await expect(app.getByRole('combobox', { name: 'Device' })).toContainText('Pasted text');
});

test.describe('the line map', () => {
  test('shows the part that matters, then all of it, in plain words', async ({ app }) => {
    const line = app.getByRole('list', { name: 'The way to your work' });
    const stops = line.getByRole('listitem');
    await expect(stops.filter({ hasText: 'Company sign-in' })).toContainText('broken');
    await expect(stops.first()).toContainText('more stops');
    const few = await stops.count();
    await app.getByRole('button', { name: 'Show the whole way' }).click();
    expect(await stops.count()).toBeGreaterThan(few);
    await expect(stops.filter({ hasText: 'Internet' })).toContainText('not known');
    await app.getByRole('button', { name: 'Show only the part that matters' }).click();
    await expect(stops).toHaveCount(few);
  });

  test('opens the proof of a broken stop, by mouse and by keyboard', async ({ app }) => {
    const stop = app.getByRole('button', { name: /Company sign-in\s+broken/u });
    await stop.click();
    const drawer = app.getByRole('dialog', { name: 'Evidence' });
    await expect(drawer).toContainText('Your password was not accepted');
    await app.keyboard.press('Escape');
    await expect(stop).toBeFocused();
    await app.keyboard.press('Enter');
    await expect(drawer.locator('mark').first()).toBeInViewport();
  });

  test('is whole and in the words of the trade for the helpdesk', async ({ app }) => {
    await app.getByRole('tab', { name: 'Guide a call' }).click();
    await app
      .getByRole('textbox', { name: 'Output of dsregcmd' })
      .fill(await readFile(wrongPassword, 'utf8'));
    await app.getByRole('button', { name: 'Diagnose' }).click();
    const line = app.getByRole('list', { name: 'From the network to the apps' });
    await expect(
      line.getByRole('button', { name: /Primary refresh token\s+broken/u }),
    ).toBeVisible();
    await expect(line).not.toContainText('more stop');
  });
});
