import { chromium } from '@playwright/test';

/** Nothing that a browser does by itself may reach out from a test. */
export const launchOptions = {
  executablePath: process.env.PW_CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

export const openBrowser = () => chromium.launch(launchOptions);
