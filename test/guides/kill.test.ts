import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build } from 'vite';
import { readRun } from '../../main/guides/journal';
import { freshFolder } from './play';

/** A few in every run of the suite; `FIELDKIT_KILLS=500` for the whole of it. */
const kills = Number(process.env['FIELDKIT_KILLS'] ?? 24);
const atOnce = 4;

let built = '';
beforeAll(async () => {
  mkdirSync('.cache', { recursive: true });
  built = await mkdtemp(join('.cache', 'kill-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node20',
      outDir: built,
      rollupOptions: {
        input: { child: 'test/guides/kill-child.ts' },
        external: [/^node:/],
        output: { format: 'es', entryFileNames: '[name].mjs' },
      },
    },
  });
});
afterAll(() => rm(built, { recursive: true, force: true }));

/** The power goes at a moment nobody chose. */
const runAndKill = async (folder: string): Promise<void> => {
  const child = spawn(process.execPath, [join(built, 'child.mjs'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const steps = Math.ceil(Math.random() * 16);
  let seen = 0;
  let timer: NodeJS.Timeout | undefined;
  child.stdout.on('data', (dots: Buffer) => {
    seen += dots.length;
    if (seen >= steps) timer ??= setTimeout(() => child.kill('SIGKILL'), Math.random() * 4);
  });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  clearTimeout(timer);
  expect([code, signal]).toEqual([null, 'SIGKILL']);
};

interface Witness {
  acted: Map<string, string[]>;
  safe: Map<string, number>;
  other: string[];
}

const witnessIn = (folder: string): Witness => {
  const path = join(folder, 'witness.txt');
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  const told: Witness = { acted: new Map(), safe: new Map(), other: [] };
  for (const line of lines) {
    const [what = '', run = '', more = ''] = line.split(' ');
    if (what === 'acted') told.acted.set(run, [...(told.acted.get(run) ?? []), more]);
    else if (what === 'safe') told.safe.set(run, Number(more));
    else if (what !== '') told.other.push(line);
  }
  return told;
};

it(
  `loses no step and repeats no destructive act, killed ${String(kills)} times`,
  { timeout: 120_000 + kills * 5_000 },
  async () => {
    const folders = Array.from({ length: atOnce }, freshFolder);
    await Promise.all(
      folders.map(async (folder) => {
        for (let kill = 0; kill < kills / atOnce; kill += 1) await runAndKill(folder);
      }),
    );
    let cutOff = 0;
    let wiped = 0;
    for (const folder of folders) {
      const { acted, safe, other } = witnessIn(folder);
      expect(other).toEqual([]);
      for (const [run, repairs] of acted) {
        const wipes = repairs.filter((repair) => repair === 'wipe').length;
        expect(wipes).toBeLessThanOrEqual(1);
        wiped += wipes;
        const text = await readRun(folder, run);
        // Finished runs are let go of after a while; what they did was counted above.
        if (text === null) continue;
        expect(text.edited).toBe(false);
        const begun = text.entries.filter(({ what }) => what.event === 'act-begun').length;
        expect(begun).toBeGreaterThanOrEqual(repairs.length);
        expect(text.entries.length).toBeGreaterThanOrEqual(safe.get(run) ?? 0);
        cutOff += text.entries.filter(({ what }) => what.event === 'resumed').length;
      }
    }
    // Otherwise nothing was tried.
    expect(cutOff).toBeGreaterThan(0);
    expect(wiped).toBeGreaterThan(0);
  },
);

/** A disk of its own, so small that it is full in the middle of a guide. */
const onTinyDisk = `
  mount -t tmpfs -o size="$1"k tiny "$2" || exit 9
  timeout 10 "$3" "$4" "$2" "$5" >/dev/null 2>"$5/err"
  echo $? >"$5/code"
  cp "$2"/* "$5"/
`;
const canMount =
  process.platform === 'linux' &&
  spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs tiny /mnt']).status === 0;

it.skipIf(!canMount).each([8, 12, 16, 24, 32])(
  'does nothing that it cannot write down, on a disk of %i kB',
  async (size) => {
    const [disk, told] = [freshFolder(), freshFolder()];
    const child = join(built, 'child.mjs');
    const script = ['-rm', 'sh', '-c', onTinyDisk, 'sh'];
    const values = [String(size), disk, process.execPath, child, told];
    await promisify(execFile)('unshare', [...script, ...values]);
    // 124: it had to be ended.
    expect(['0', '124']).not.toContain(readFileSync(join(told, 'code'), 'utf8').trim());
    const { acted, other } = witnessIn(told);
    // Either a guide under way says so, or the next one does not even begin.
    const saidSo = readFileSync(join(told, 'err'), 'utf8').includes('ENOSPC') || other.length === 1;
    expect([saidSo, other.every((line) => line.startsWith('full '))]).toEqual([true, true]);
    for (const name of readdirSync(told).filter((one) => one.endsWith('.journal'))) {
      const run = name.slice(0, -'.journal'.length);
      const text = await readRun(told, run);
      expect(text?.edited).toBe(false);
      const begun = (text?.entries ?? []).flatMap(({ what }) =>
        what.event === 'act-begun' ? [what.repair] : [],
      );
      const done = acted.get(run) ?? [];
      expect(begun.slice(0, done.length)).toEqual(done);
    }
  },
);
