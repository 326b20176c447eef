import { spawnSync } from 'node:child_process';
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
const preload = `data:text/javascript,${encodeURIComponent(note)}`;

/** The processor time of a program, as it says itself in its last words, on this machine's own Node. */
const cpuMs = (args) => {
  const { stderr } = spawnSync(process.execPath, ['--import', preload, ...args], {
    encoding: 'utf8',
  });
  return Number(/cpu ([\d.]+)$/.exec(stderr)?.[1]);
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
    const own = Array.from({ length: 7 }, () => {
      const empty = cpuMs(['-e', '']);
      return cpuMs([command, 'check', '--json', '--capture', pc.path('C:\\capture')]) - empty;
    });
    line('own processor time of a whole check', median(own), 'ms', mostCpuMs);
    return { ratio, most, cpuMs: median(own), mostCpuMs };
  } finally {
    pc.destroy();
  }
};
