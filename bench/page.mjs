import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { openBrowser } from '../test/harness/browser.mjs';
import { startDoor } from '../test/harness/door.mjs';
import { line, median } from './measure.mjs';

const rounds = 15;
const paintLimitMs = 300;
const scriptLimitBytes = 300_000;
const built = fileURLToPath(new URL('../out/renderer', import.meta.url));

/** Runs in the page: the moment the first verdict is on the screen, counted from the start of the load. */
const watchVerdict = () => {
  window.verdictPainted = new Promise((resolve) => {
    new MutationObserver((_changes, observer) => {
      if (document.getElementById('verdict') === null) return;
      observer.disconnect();
      // The frame after the next one is the first that surely shows it.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
    }).observe(document, { childList: true, subtree: true });
  });
};

const gzipped = (paths) =>
  [...paths].reduce((sum, path) => sum + gzipSync(readFileSync(join(built, path))).length, 0);

/** A recorded device, through the browser door, in a real browser. */
export const pageBench = async () => {
  const door = await startDoor();
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const scripts = new Set();
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js')) scripts.add(pathname);
    });
    await page.addInitScript(watchVerdict);
    await page.goto(door.url);
    const painted = () => page.evaluate(() => window.verdictPainted);
    const first = await painted();
    const size = gzipped(scripts);
    const times = [];
    for (let round = 0; round < rounds; round += 1) {
      await page.reload();
      times.push(await painted());
    }
    const paint = median(times);
    line('first verdict painted', paint, 'ms', paintLimitMs);
    line('the same, first load after the start', first, 'ms', paintLimitMs);
    line('gzipped script at start', size / 1_000, 'kB', scriptLimitBytes / 1_000);
    return { paint: paint / paintLimitMs, script: size / scriptLimitBytes };
  } finally {
    await browser.close();
    await door.stop();
  }
};
