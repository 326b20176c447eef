import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { line, median } from './measure.mjs';

const rounds = 21;
const budget = 2.5;
const cli = fileURLToPath(new URL('../out/main/cli.js', import.meta.url));

const timed = (args) => {
  const began = performance.now();
  execFileSync(process.execPath, args, { stdio: 'ignore' });
  return performance.now() - began;
};

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
  const ratio = median(times.explain) / median(times.empty);
  line('explain against an empty program', ratio, 'x', budget);
  return { ratio, budget };
};
