import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const rounds = 21;
const budget = 2.5;
const cli = fileURLToPath(new URL('../out/main/cli.js', import.meta.url));

const timed = (args) => {
  const began = performance.now();
  execFileSync(process.execPath, args, { stdio: 'ignore' });
  return performance.now() - began;
};

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** How long `fieldkit explain` takes against a Node program that does nothing, in turns, so that noise hits both. */
export const cliBench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldkit-bench-'));
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, '');
  const times = { empty: [], explain: [] };
  try {
    for (let round = 0; round < rounds; round += 1) {
      times.empty.push(timed([empty]));
      times.explain.push(timed([cli, 'explain', '0x801c001d']));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const emptyMs = median(times.empty);
  const explainMs = median(times.explain);
  const ratio = explainMs / emptyMs;
  console.log(
    `cli start: explain ${explainMs.toFixed(1)} ms, empty program ${emptyMs.toFixed(1)} ms, ratio ${ratio.toFixed(2)} (budget ${budget})`,
  );
  return { name: 'cli-start', ratio, budget, within: ratio <= budget, explainMs, emptyMs };
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { within } = await cliBench();
  process.exitCode = within ? 0 : 1;
}
