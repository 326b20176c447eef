import { linkSync, mkdirSync } from 'node:fs';
import { build } from 'vite';
import { beforeAll, expect, it } from 'vitest';
import { repairById, repairs } from '../../main/repairs/index';
import type { RepairOutcome } from '../../main/repairs/repair';
import { writeAnswers } from '../harness/windows/answers';
import { cache, found } from '../harness/windows/parts';
import { setUp, type Pc } from '../harness/windows/index';
import { onWindows } from './pc';
import { described, scenes } from './repair-scenes';

const door = `${cache}/repair-door`;
const at = 'C:\\fieldkit';
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

const run = async (pc: Pc, id: string): Promise<void> => {
  const { before, after } = described(id);
  const now = Date.now();
  for (const tool of await writeAnswers(pc.path(logs), before, now)) pc.plant(pathOf(tool));
  const known = callsOf(pc, id).length;
  let over = false;
  const changing = (async () => {
    while (!over && callsOf(pc, id).length === known) await new Promise((go) => setTimeout(go, 50));
    // The program has begun and takes its time: meanwhile the PC becomes another one.
    if (!over) await writeAnswers(pc.path(logs), after, now + 1_000);
  })();
  const ran = await pc.runProgram([`${at}\\node.exe`, `${at}\\repair.mjs`, id]);
  over = true;
  await changing;
  if (ran.stdout === '') throw new Error(`${id}: ${ran.stderr}`);
  const outcome = JSON.parse(ran.stdout) as RepairOutcome;
  outcomes.set(id, { outcome, calls: callsOf(pc, id).slice(known) });
};

const tried = [...Object.keys(scenes), 'open-settings-vpn', 'collect-mdm-diagnostics'];

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
      for (const id of tried) await run(pc, id);
    } finally {
      pc.destroy();
    }
  }, 600_000);

  it.each(tried.filter((id) => id in scenes))('%s is verified by a changed device', (id) => {
    expect(outcomes.get(id)?.outcome).toMatchObject({ kind: 'verified', why: null });
  });

  it('opening Settings is verified when the program is there', () => {
    expect(outcomes.get('open-settings-vpn')?.outcome.kind).toBe('verified');
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
