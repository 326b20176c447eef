import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { setField } from '../../main/core/batch/edit';
import { emptyRow, emptySheet, withRow } from '../../main/core/batch/sheet';
import { penOf } from '../../main/sheets/pen';
import { sheetBytes } from '../../main/sheets/shape';
import { startDoor } from '../harness/door.mjs';
import { tabTo } from './support/checks';

/** Some two hundred keys, one after the other: a busy machine takes its time. */
test.describe.configure({ timeout: 180_000 });

let home: string;
let door: Awaited<ReturnType<typeof startDoor>>;
test.beforeEach(async ({ page }) => {
  home = await mkdtemp(join(tmpdir(), 'fieldkit-sheet-'));
  await mkdir(join(home, 'fieldkit'), { recursive: true });
  await writeFile(join(home, 'fieldkit', 'settings.json'), '{"welcomed":true,"seat":"deployment"}');
  door = await startDoor({ home });
  await page.goto(door.url);
});
test.afterEach(async () => {
  await door.stop();
  await rm(home, { recursive: true, force: true });
});

const press = async (page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
  await tabTo(page, 'button', name, key);
  await page.keyboard.press('Enter');
};
const type = async (page: Page, name: string, text: string, key?: 'Tab' | 'Shift+Tab') => {
  // What is offered while typing makes a text box a combo box.
  await tabTo(page, name === 'Your name' ? 'combobox' : 'textbox', name, key);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
};
/** The file of a colleague, as the product itself writes it. */
const copyOf = (by: string, serial: string, tag: string) => {
  const row = setField(emptyRow, 'asset-tag', tag, penOf(by, 0));
  return Buffer.from(sheetBytes(withRow(emptySheet, serial, row)));
};

/** Where the one sheet with this name lies. */
const fileOf = async (name: string) => {
  const folder = join(home, 'fieldkit', 'sheets');
  const file = (await readdir(folder)).find((one) => one.startsWith(name) && one.endsWith('.json'));
  return join(folder, String(file));
};

test('a sheet without a mouse: two put together, a full disk, a watch, and a restart', async ({
  page,
}) => {
  await page.getByRole('tab', { name: 'Batch sheet' }).press('Enter');
  await type(page, 'Name of the sheet', 'Adas day');
  await expect(page.getByRole('heading', { level: 1, name: 'Adas day' })).toBeVisible();
  await type(page, 'Your name', 'Ada');
  await type(page, 'Serial number', 'A1');
  await press(page, 'A1', 'Shift+Tab');
  await type(page, 'Asset tag', 'T1');
  await expect(page.getByRole('textbox', { name: 'Asset tag' })).toBeFocused();
  await expect(page.getByRole('row', { includeHidden: true }).getByText('T1')).toBeAttached();
  await page.keyboard.press('Escape');
  const chooser = page.waitForEvent('filechooser');
  await press(page, 'Bring in a file');
  await (
    await chooser
  ).setFiles({ name: 'copy.json', mimeType: 'application/json', buffer: copyOf('Bo', 'A1', 'T9') });
  await expect(page.getByText('Two different entries, both kept: A1')).toBeVisible();
  await press(page, 'A1', 'Shift+Tab');
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText(/^T1 \(Ada, /u)).toBeVisible();
  await expect(drawer.getByText(/^T9 \(Bo, /u)).toBeVisible();
  await press(page, 'Take “T9”');
  await expect(drawer.getByText('two different entries')).toHaveCount(0);

  // What is newly written goes here first; a folder in its place refuses like a full disk.
  const blocked = `${await fileOf('Adas')}.new`;
  await mkdir(blocked);
  await type(page, 'Note', 'Lid scratched');
  await expect(drawer.getByRole('alert')).toContainText('could not be saved');
  await expect(drawer.getByRole('textbox', { name: 'Note' })).toHaveValue('Lid scratched');
  await rm(blocked, { recursive: true });
  await page.keyboard.press('Enter');
  await expect(drawer.getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('Escape');

  await press(page, 'Watch set-up', 'Shift+Tab');
  const watching = page.getByText(/^Watching: looks again every 20 seconds\. Last look \d/u);
  await expect(watching).toBeVisible();
  await page.getByRole('tab', { name: 'My device' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(watching).toHaveCount(0);
  await page.getByRole('tab', { name: 'Deployment' }).press('Enter');
  await expect(watching).toBeVisible();

  await door.stop();
  door = await startDoor({ home });
  await page.goto(door.url);
  await expect(page.getByRole('heading', { level: 1, name: 'Adas day' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Your name' })).toHaveValue('Ada');
  await page.getByRole('button', { name: 'A1', exact: true }).press('Enter');
  await expect(drawer.getByRole('textbox', { name: 'Note' })).toHaveValue('Lid scratched');
  await expect(drawer.getByRole('textbox', { name: 'Asset tag' })).toHaveValue('T9');
});
