import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build } from 'vite';
import { beforeAll, expect, it } from 'vitest';
import { repairById, repairs } from '../../main/repairs/index';
import type { RepairOutcome } from '../../main/repairs/repair';
import { writeAnswers } from '../harness/windows/answers';
import type { Description } from '../harness/windows/description';
import { cache, found } from '../harness/windows/parts';
import { setUp, type Pc } from '../harness/windows/index';
import { registryFile } from '../harness/windows/registry-file';
import { bytesOf } from '../harness/windows/text';
import { onWindows, patienceMs } from './pc';
import { described, scenes } from './repair-scenes';

const door = `${cache}/repair-door`;
const at = 'C:\\fieldkit';
const turns = `${at}\\turns`;
const logs = 'C:\\fieldkit-standin';

/** Where Windows keeps the programs of a repair. */
const folders: Readonly<Record<string, string>> = {
  'powershell.exe': 'WindowsPowerShell\\v1.0\\',
};
const pathOf = (tool: string) => `C:\\windows\\system32\\${folders[tool] ?? ''}${tool}`;

const filled = (part: string | { place: string }, name: string) =>
  typeof part === 'string' ? part : `C:\\windows\\Logs\\Fieldkit\\${name}`;

const linesOf = (id: string): string[] =>
  (repairById(id)?.acts ?? []).map(({ tool, args, saves }) =>
    `${pathOf(tool)} ${args.map((part) => filled(part, saves?.name ?? '')).join(' ')}`.trim(),
  );

const callsOf = (pc: Pc, id: string): string[] => {
  const all = new Set(linesOf(id));
  return pc
    .calls()
    .map(({ program, args }) => `${program} ${args}`.trim())
    .filter((line) => all.has(line));
};

const outcomes = new Map<string, { outcome: RepairOutcome; calls: string[] }>();

const patiently = async (over: () => boolean, what: string): Promise<void> => {
  const end = Date.now() + patienceMs;
  while (!over()) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((go) => setTimeout(go, 25));
  }
};

/** The PC becomes the described one: its answers, its files, and the keys a scene names. */
const become = async (pc: Pc, told: Description, keys: Description['registry'], now: number) => {
  for (const tool of await writeAnswers(pc.path(logs), told, now))
    if (!existsSync(pc.path(pathOf(tool)))) pc.plant(pathOf(tool));
  for (const [name, file] of Object.entries(told.files)) {
    if (file === null) continue;
    mkdirSync(dirname(pc.path(name)), { recursive: true });
    writeFileSync(pc.path(name), bytesOf({ encoding: 'utf8', ...file }, told.language, now));
  }
  if (Object.keys(keys).length === 0) return;
  writeFileSync(pc.path(`${at}\\keys.reg`), registryFile(keys, now));
  await pc.runProgram(['reg', 'import', `${at}\\keys.reg`]);
};

const run = async (pc: Pc, id: string, turn: string): Promise<void> => {
  const { before, after, keys } = described(id);
  const now = Date.now();
  await become(pc, before, keys.before, now);
  const known = callsOf(pc, id).length;
  const done = pc.path(`${turn}.done`);
  // Renamed into place, so that nothing half written is read.
  writeFileSync(pc.path(`${turn}.new`), id);
  renameSync(pc.path(`${turn}.new`), pc.path(`${turn}.do`));
  await patiently(() => existsSync(done) || callsOf(pc, id).length > known, id);
  // The program has begun and takes its time: meanwhile the PC becomes another one.
  if (!existsSync(done)) await become(pc, after, keys.after, now + 1_000);
  await patiently(() => existsSync(done), id);
  const outcome = JSON.parse(readFileSync(done, 'utf8')) as RepairOutcome;
  outcomes.set(id, { outcome, calls: callsOf(pc, id).slice(known) });
};

const pages = repairs.map(({ id }) => id).filter((id) => id.startsWith('open-settings-'));
const tried = [...Object.keys(scenes), ...pages, 'collect-mdm-diagnostics'];

onWindows('repairs on a Windows PC', () => {
  beforeAll(async () => {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: 'test/harness/windows/repair-door.ts',
        outDir: door,
        emptyOutDir: true,
        target: 'node20',
        rollupOptions: { output: { entryFileNames: '[name].mjs', codeSplitting: false } },
      },
      ssr: { noExternal: true },
    });
    if (found.parts === null) return;
    const pc = await setUp(described('refresh-prt').before, found.parts);
    try {
      mkdirSync(pc.path(at), { recursive: true });
      linkSync(`${door}/repair-door.mjs`, pc.path(`${at}\\repair.mjs`));
      // A program has its rights from its start to its end, so each kind of caller is one.
      for (const rights of ['user', 'admin'] as const) {
        const folder = `${turns}\\${rights}`;
        const ids = tried.filter((id) => repairById(id)?.rights === rights);
        mkdirSync(pc.path(folder), { recursive: true });
        const runner = pc.runProgram([`${at}\\node.exe`, `${at}\\repair.mjs`, folder]);
        for (const [turn, id] of ids.entries()) await run(pc, id, `${folder}\\${turn}`);
        writeFileSync(pc.path(`${folder}\\${ids.length}.do`), 'end');
        await runner;
      }
    } finally {
      pc.destroy();
    }
  }, 600_000);

  it('tries every repair there is', () => {
    expect([...tried].sort()).toEqual(repairs.map(({ id }) => id).sort());
  });

  it.each(tried.filter((id) => id in scenes))('%s is verified by a changed device', (id) => {
    expect(outcomes.get(id)?.outcome).toMatchObject({ kind: 'verified', why: null });
  });

  it.each(pages)('%s is verified when the program is there', (id) => {
    expect(outcomes.get(id)?.outcome.kind).toBe('verified');
  });

  it('an archive that was not written is not called written', () => {
    expect(outcomes.get('collect-mdm-diagnostics')?.outcome.kind).toBe('not-verified');
  });

  it.each(tried)('%s starts its own programs with its own arguments, each once', (id) => {
    const told = outcomes.get(id);
    const repair = repairs.find((one) => one.id === id);
    const begun = (told?.outcome.started ?? []).map(({ key }) => key);
    expect(begun.length).toBeGreaterThan(0);
    const expected = linesOf(id).filter((_, nr) => begun.includes(repair?.acts[nr]?.key ?? ''));
    // reg.exe is Wine's own and notes no calls; what it wrote was read back.
    expect(told?.calls).toEqual(expected.filter((line) => !line.includes('reg.exe')));
  });
});
