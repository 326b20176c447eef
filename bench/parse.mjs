import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadProduct } from './load.mjs';
import { line, median } from './measure.mjs';

const captures = fileURLToPath(new URL('../test/captures/dsregcmd', import.meta.url));
const budgetMs = 1;
const devices = 10_000;

const hostile = {
  colons: ' : ',
  labels: 'AzureAdPrt : YES ',
  titles: '| Device State |',
  rows: 'Client ErrorCode : 0x80070005\n',
  accounts: 'WorkplaceDeviceId : a\n',
  borders: '+-----------------+',
};

/** Parse and diagnosis of pasted text: per device, over many devices, and against the text's size. */
export const parseBench = async () => {
  const { diagnoseText } = await loadProduct('main/engine.ts');
  const texts = readdirSync(captures)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(captures, name)));
  for (let warm = 0; warm < 20; warm += 1) for (const text of texts) await diagnoseText(text);

  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const each = [];
  for (let done = 0; done < devices; done += texts.length) {
    const began = performance.now();
    for (const text of texts) await diagnoseText(text);
    each.push((performance.now() - began) / texts.length);
  }
  globalThis.gc?.();
  const grown = (process.memoryUsage().heapUsed - before) / 1024 / 1024;
  line('parse + diagnose, per device', median(each), 'ms', budgetMs);
  line(`heap growth over ${devices} devices`, grown, 'MB', 8);

  for (const [name, unit] of Object.entries(hostile)) {
    const time = async (bytes) => {
      const text = Buffer.from(unit.repeat(Math.ceil(bytes / unit.length)));
      const runs = [];
      for (let run = 0; run < 3; run += 1) {
        const began = performance.now();
        await diagnoseText(text);
        runs.push(performance.now() - began);
      }
      return median(runs);
    };
    const small = await time(256 * 1024);
    const large = await time(1024 * 1024);
    // Four times the text: 4 is linear, 16 would be quadratic.
    line(`1 MB of ${name} against 256 kB`, large / Math.max(small, 5), 'x', 8);
  }
};
