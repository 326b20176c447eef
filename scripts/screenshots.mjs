// Pictures of the page for the README, taken through the browser door. `npm run build` first.
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../test/harness/browser.mjs';
import { startDoor } from '../test/harness/door.mjs';

const folder = fileURLToPath(new URL('../docs/screenshots', import.meta.url));
const call = fileURLToPath(
  new URL('../test/captures/dsregcmd/hybrid-prt-no-0xc000006d.txt', import.meta.url),
);

const openCall = async (page, tab, paste, read) => {
  await page.getByRole('tab', { name: tab }).click();
  await page.getByRole('textbox', { name: paste }).fill(await readFile(call, 'utf8'));
  await page.getByRole('button', { name: read }).click();
  await page.getByRole('article').first().waitFor();
};

const pictures = [
  { name: 'my-device', context: { colorScheme: 'light' } },
  {
    name: 'my-device-dark',
    context: { colorScheme: 'dark' },
    go: (page) => page.getByRole('button', { name: /Laptop removed by mistake/u }).click(),
  },
  {
    name: 'evidence',
    context: { colorScheme: 'light' },
    go: async (page) => {
      await page.getByRole('button', { name: 'Show the evidence' }).first().click();
      await page.getByRole('dialog').locator('mark').first().waitFor();
    },
  },
  {
    name: 'deployment',
    context: { colorScheme: 'light', viewport: { width: 1280, height: 1240 } },
    go: async (page) => {
      await page.getByRole('tab', { name: 'Deployment' }).click();
      await page.locator('summary').first().waitFor();
    },
  },
  {
    name: 'codes',
    context: { colorScheme: 'dark' },
    go: async (page) => {
      await page.getByRole('button', { name: 'Explain a code' }).click();
      await page.getByRole('searchbox').fill('0xc000006d');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByRole('heading', { level: 3 }).waitFor();
    },
  },
  {
    name: 'guide-a-call',
    context: { colorScheme: 'light' },
    go: (page) => openCall(page, 'Guide a call', 'Output of dsregcmd', 'Diagnose'),
  },
  {
    name: 'guide-a-call-german-dark',
    context: { colorScheme: 'dark', locale: 'de-DE' },
    go: (page) => openCall(page, 'Anruf begleiten', 'Ausgabe von dsregcmd', 'Diagnostizieren'),
  },
];

const shared = {
  viewport: { width: 1280, height: 860 },
  deviceScaleFactor: 1.5,
  locale: 'en-GB',
  timezoneId: 'UTC',
  reducedMotion: 'reduce',
};

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
try {
  for (const { name, context, go } of pictures) {
    const door = await startDoor();
    try {
      const page = await browser.newPage({ ...shared, ...context });
      await page.goto(door.url);
      await page.getByRole('article').first().waitFor();
      await go?.(page);
      // The ends of what little still moves.
      await page.waitForTimeout(500);
      await page.screenshot({ path: `${folder}/${name}.png` });
      await page.close();
    } finally {
      await door.stop();
    }
  }
} finally {
  await browser.close();
}
