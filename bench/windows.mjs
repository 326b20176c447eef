import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadProduct } from './load.mjs';
import { line, median } from './measure.mjs';

const rounds = 3;
const slowestMs = 8_000;
const most = 1.1;
const mostCpuMs = 150;

const timed = async (pc, args) => {
  const { ms, stdout, stderr } = await pc.run(['check', '--json', ...args]);
  if (stdout === '') throw new Error(stderr);
  return ms;
};

const note =
  'process.on("exit", () => { const { user, system } = process.cpuUsage(); process.stderr.write(`cpu ${(user + system) / 1000}`); });';

/**
 * The processor time of a command beyond that of an empty program, as each says itself in its last words, on this
 * machine's own Node. In turns, so that noise hits both. The note is no module: what loads modules would then be
 * counted as part of the empty program.
 */
const ownMs = (args) => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldkit-bench-'));
  const preload = join(folder, 'note.cjs');
  writeFileSync(preload, note);
  const cpuMs = (...what) => {
    const { stderr } = spawnSync(process.execPath, ['--require', preload, ...what], {
      encoding: 'utf8',
    });
    const told = /cpu ([\d.]+)$/.exec(stderr)?.[1];
    if (told === undefined) throw new Error(`no last words of ${what.join(' ')}: ${stderr}`);
    return Number(told);
  };
  try {
    return median(
      Array.from({ length: 11 }, () => {
        const empty = cpuMs('-e', '0');
        return cpuMs(...args) - empty;
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** The processor time of one more check in a program that is running, as the window and the page make it. */
const againMs = async (capture) => {
  const { look } = await loadProduct('main/engine.ts');
  const { openCapture } = await loadProduct('main/os/capture/open.ts');
  const { createReplay } = await loadProduct('main/os/replay.ts');
  const once = async () => {
    const opened = await openCapture(capture);
    if (!opened.ok) throw new Error(`the bench cannot open its own capture: ${opened.error}`);
    const before = process.cpuUsage();
    await look(createReplay(opened.value), { budgetMs: 60_000 });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  await once();
  return once();
};

/** A whole check of a stand-in device against its slowest source alone, and what it costs the processor. */
export const windowsBench = async () => {
  const { device, found, setUp } = await loadProduct('test/harness/windows/index.ts');
  if (found.missing !== null) {
    console.log(`not run: no ${found.missing} here`);
    return null;
  }
  const [usual] = device('entra-laptop').programs['dsregcmd.exe'];
  const slow = { programs: { 'dsregcmd.exe': [{ ...usual, ms: slowestMs }] } };
  const pc = await setUp(device('entra-laptop', slow), found.parts);
  const times = { alone: [], whole: [] };
  try {
    await timed(pc, []);
    for (let round = 0; round < rounds; round += 1) {
      times.alone.push(await timed(pc, ['--only', 'device-registration']));
      times.whole.push(await timed(pc, []));
    }
    const ratio = median(times.whole) / median(times.alone);
    line('a whole check against its slowest source', ratio, 'x', most);
    await pc.run(['record', 'C:\\capture']);
    const command = pc.path('C:\\fieldkit\\out\\main\\cli.js');
    const own = ownMs([command, 'check', '--json', '--capture', pc.path('C:\\capture')]);
    const again = await againMs(pc.path('C:\\capture'));
    line('own processor time of a check, program running', again, 'ms', mostCpuMs);
    line('own processor time, start to end less empty', own, 'ms', mostCpuMs);
    return { ratio, most, againMs: again, cpuMs: own, mostCpuMs };
  } finally {
    pc.destroy();
  }
};
