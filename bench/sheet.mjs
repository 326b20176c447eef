import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../test/harness/browser.mjs';
import { startDoor } from '../test/harness/door.mjs';
import { line } from './measure.mjs';

const devices = 500;
const rounds = 3;
const pixelsPerSecond = 4_000;
/** One frame in a hundred may come late; a refresh lasts 1/60 s, and a frame is lost when the next one is missed too. */
const lostShare = 0.01;
const lostMs = 2 * (1_000 / 60) - 1;

const at = Date.UTC(2026, 8, 14, 8);
const field = (nr, name, value) => ({
  claims: [{ id: `${name}-${nr}`, value, by: 'Ada', at }],
  replaced: [],
});
const signOff = {
  at,
  by: 'Ada',
  points: ['join', 'mdm', 'encryption', 'hello'].map((id) => ({
    id,
    state: 'yes',
    proof: [{ source: 'machine', field: id, value: 'yes' }],
  })),
  findings: [],
};
const row = (nr) => ({
  fields: {
    model: field(nr, 'model', 'Latitude 5450'),
    name: field(nr, 'name', `BERLIN-${nr}`),
    'asset-tag': field(nr, 'asset-tag', `T-${nr}`),
  },
  preflight: null,
  setUp: null,
  signOff: nr % 3 === 0 ? signOff : null,
  signatures:
    nr % 3 === 0
      ? [{ id: `s-${nr}`, by: 'Ada Berg', at, seenAt: at, points: signOff.points, words: [] }]
      : [],
});
const sheet = {
  schema: 1,
  name: field(0, 'name', 'Five hundred'),
  rows: Object.fromEntries(
    Array.from({ length: devices }, (_, nr) => [`SN${String(nr).padStart(5, '0')}`, row(nr)]),
  ),
};

const scroll = (client, distance) =>
  client.send('Input.synthesizeScrollGesture', {
    x: 600,
    y: 500,
    yDistance: distance,
    speed: pixelsPerSecond,
    gestureSourceType: 'mouse',
  });

/** What the compositor says became of each frame, from Chromium's own trace. */
const framesOf = async (browser, page, work) => {
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline.frame'],
  });
  await work();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  const count = (name) => traceEvents.filter((event) => event.name === name).length;
  const drawn = traceEvents
    .filter(({ name }) => name === 'DrawFrame')
    .map(({ ts }) => ts / 1_000)
    .sort((one, two) => one - two);
  return {
    drawn: drawn.length,
    dropped: count('DroppedFrame'),
    gaps: drawn.slice(1).map((time, nr) => time - drawn[nr]),
  };
};

/** A sheet of five hundred devices, from its first row to its last and back. */
export const sheetBench = async () => {
  const home = await mkdtemp(join(tmpdir(), 'fieldkit-sheet-bench-'));
  await mkdir(join(home, 'fieldkit', 'sheets'), { recursive: true });
  await writeFile(
    join(home, 'fieldkit', 'settings.json'),
    JSON.stringify({ welcomed: true, seat: 'deployment' }),
  );
  await writeFile(join(home, 'fieldkit', 'sheets', 'five-hundred.json'), JSON.stringify(sheet));
  const door = await startDoor({ home });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(door.url);
    await page.getByRole('tab', { name: 'Deployment' }).click();
    await page.getByRole('tab', { name: 'Batch sheet' }).click();
    const opened = performance.now();
    await page.getByRole('button', { name: 'Open Five hundred' }).click();
    await page.getByText(`${devices} of ${devices} PCs shown`).waitFor();
    line('sheet of 500 devices open', performance.now() - opened, 'ms', 1_000);
    const client = await page.context().newCDPSession(page);
    const height = devices * 44;
    let best = null;
    for (let round = 0; round < rounds; round += 1) {
      const seen = await framesOf(browser, page, async () => {
        await scroll(client, -height);
        await scroll(client, height);
      });
      const lost = seen.dropped + seen.gaps.filter((gap) => gap > lostMs).length;
      const share = lost / Math.max(1, seen.drawn + lost);
      if (best === null || share < best.share) best = { ...seen, lost, share };
    }
    if (best.drawn < 100)
      throw new Error(`Only ${best.drawn} frames were drawn: nothing scrolled.`);
    line(`lost of ${best.drawn} frames while scrolling`, best.share * 100, '%', lostShare * 100);
    return { frames: best.share / lostShare };
  } finally {
    await browser.close();
    await door.stop();
    await rm(home, { recursive: true, force: true });
  }
};
