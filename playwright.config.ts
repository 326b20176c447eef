import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** Nothing that a browser does by itself may reach out from a test. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const electron =
  process.platform === 'win32'
    ? 'node_modules/electron/dist/electron.exe'
    : 'node_modules/electron/dist/electron';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'line',
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    launchOptions: {
      executablePath: process.env['PW_CHROMIUM'] ?? '/usr/bin/chromium',
      args: quiet,
    },
  },
  projects: [
    { name: 'browser' },
    // The window needs Electron's binary, which is fetched apart from the packages.
    ...(existsSync(electron) ? [{ name: 'electron', testMatch: 'door/*.spec.ts' }] : []),
  ],
});
