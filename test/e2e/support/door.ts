import { _electron, test as base, type Page } from '@playwright/test';
import { startDoor } from '../../harness/door.mjs';

interface Through {
  /** The page as a person gets it: by the browser door, or in the window where Electron's binary is present. */
  app: Page;
}

const byWindow = async (use: (page: Page) => Promise<void>) => {
  const window = await _electron.launch({ args: ['.'] });
  await use(await window.firstWindow());
  await window.close();
};

const byBrowser = async (page: Page, use: (page: Page) => Promise<void>) => {
  const door = await startDoor();
  await page.goto(door.url);
  await use(page);
  await door.stop();
};

export const test = base.extend<Through>({
  app: async ({ page }, use, { project }) =>
    project.name === 'electron' ? byWindow(use) : byBrowser(page, use),
});
export { expect } from '@playwright/test';
