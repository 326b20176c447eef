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

const snapshots = 10_000;
const snapshotBudgetMs = 2;

/** Whole devices, every reading there: per diagnosis, against the number of rules, and over many. */
export const diagnoseBench = async () => {
  const { look } = await loadProduct('main/engine.ts');
  const { openSample, sampleIds } = await loadProduct('main/samples.ts');
  const { rules } = await loadProduct('main/core/rules/index.ts');
  const { diagnose } = await loadProduct('main/core/diagnose.ts');
  const plain = ({ code, field }) => ({ code, field, area: '', meaning: '', plain: '' });
  const devices = await Promise.all(
    (await sampleIds()).map(
      async (id) => (await look(await openSample(id), { budgetMs: 60_000 })).snapshot,
    ),
  );
  const runRules = (some) => {
    const began = performance.now();
    for (const device of devices) for (const rule of some) rule.when(device);
    return performance.now() - began;
  };
  // Every second one, because light and heavy rules stand in families.
  const everySecond = rules.filter((_, nr) => nr % 2 === 0);
  const rounds = (times, run) => Array.from({ length: times }, run);
  for (const device of devices) rounds(20, () => diagnose(device, plain));
  const half = median(rounds(30, () => runRules(everySecond)));
  const all = median(rounds(30, () => runRules(rules)));

  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const each = [];
  for (let done = 0; done < snapshots; done += devices.length) {
    const began = performance.now();
    for (const device of devices) diagnose(device, plain);
    each.push((performance.now() - began) / devices.length);
  }
  globalThis.gc?.();
  const grown = (process.memoryUsage().heapUsed - before) / 1024 / 1024;
  line('diagnose a whole device', median(each), 'ms', snapshotBudgetMs);
  // Twice the rules: 2 is linear, with room for halves that differ in weight.
  line(`${rules.length} rules against half of them`, all / half, 'x', 4);
  line(`heap growth over ${snapshots} whole devices`, grown, 'MB', 8);
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
