import { readFile } from 'node:fs/promises';
import { tabTo } from '../support/checks';
import { expect, test } from '../support/door';

test('My device without a mouse: choose, prove, come back', async ({ app }) => {
  await tabTo(app, 'tab', 'My device');
  await tabTo(app, 'button', /Laptop removed by mistake/u);
  await app.keyboard.press('Enter');
  await expect(app.getByRole('article').first()).toContainText('Ask your IT department');
  await tabTo(app, 'button', 'Show the evidence');
  await app.keyboard.press('Enter');
  const drawer = app.getByRole('dialog', { name: 'Evidence' });
  await expect(drawer).toBeVisible();
  await tabTo(app, 'region', 'Text as the device wrote it');
  await app.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(app.getByRole('button', { name: 'Show the evidence' }).first()).toBeFocused();
});

test('Guide a call without a mouse: paste, diagnose, next call', async ({ app }) => {
  await tabTo(app, 'tab', 'My device');
  await app.keyboard.press('ArrowRight');
  await app.keyboard.press('ArrowRight');
  await app.keyboard.press('Enter');
  await tabTo(app, 'textbox', 'Output of dsregcmd');
  const text = await readFile('test/captures/dsregcmd/hybrid-prt-no-0xc000006d.txt', 'utf8');
  await app.keyboard.insertText(text);
  await tabTo(app, 'button', 'Diagnose');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('heading', { level: 1 })).toBeFocused();
  await tabTo(app, 'button', 'Next call', 'Shift+Tab');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('textbox', { name: 'Output of dsregcmd' })).toBeVisible();
});

test('settings without a mouse, and they survive a reload', async ({ app }) => {
  await tabTo(app, 'button', 'Settings');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('radio', { name: 'Like the system' })).toBeFocused();
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('ArrowDown');
  await expect(app.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await app.keyboard.press('Tab');
  await expect(app.getByRole('combobox', { name: 'Language' })).toBeFocused();
  await app.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch');
  await expect(app.getByRole('heading', { level: 2, name: 'Einstellungen' })).toBeVisible();
  await app.keyboard.press('Escape');
  await expect(app.getByRole('button', { name: 'Einstellungen' })).toBeFocused();
  await app.reload();
  await expect(app.getByRole('tab', { name: 'Mein Gerät' })).toBeVisible();
  await expect(app.locator('html')).toHaveAttribute('lang', 'de');
});
