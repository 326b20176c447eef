import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { launchOptions } from './test/harness/browser.mjs';

const electron =
  process.platform === 'win32'
    ? 'node_modules/electron/dist/electron.exe'
    : 'node_modules/electron/dist/electron';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  workers: 2,
  retries: 0,
  // Not a measure of anything: on a busy machine a page may wait long for its turn.
  timeout: 180_000,
  expect: { timeout: 45_000 },
  reporter: 'line',
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    launchOptions,
  },
  projects: [
    { name: 'browser' },
    // The window needs Electron's binary, which is fetched apart from the packages.
    ...(existsSync(electron) ? [{ name: 'electron', testMatch: 'door/*.spec.ts' }] : []),
  ],
});
