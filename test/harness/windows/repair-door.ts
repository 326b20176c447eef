import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { inspect } from '../../../main/inspector/inspect';
import { createLive } from '../../../main/os/live';
import { probes } from '../../../main/probes/index';
import { repairById } from '../../../main/repairs/index';
import { runRepair } from '../../../main/repairs/run';

/*
 * Repairs on a stand-in PC, on Windows' own Node: the real runner, without a window around it. One Node for all of
 * them, since starting it is what takes the time: it does what `<folder>\<number>.do` says and answers beside it.
 */
const [, , folder = ''] = process.argv;
const os = createLive({ ownProgram: 'C:\\Program Files\\Fieldkit\\Fieldkit.exe' });

const run = async (id: string) => {
  const repair = repairById(id);
  if (repair === null) throw new Error(`no repair ${id}`);
  return runRepair(repair, {
    os,
    seat: 'deployment',
    dryRun: false,
    allowed: () => true,
    look: async (only) => (await inspect(os, probes, { only, budgetMs: 30_000 })).snapshot,
    journal: { begun: () => Promise.resolve(), ended: () => Promise.resolve() },
    elevate: null,
  });
};

for (let turn = 0; ; turn += 1) {
  const path = `${folder}\\${turn}`;
  while (!existsSync(`${path}.do`)) await new Promise((go) => setTimeout(go, 25));
  const id = readFileSync(`${path}.do`, 'utf8');
  if (id === 'end') break;
  const told = await run(id).catch((error: unknown) => ({ kind: 'broke', why: String(error) }));
  writeFileSync(`${path}.part`, JSON.stringify(told));
  renameSync(`${path}.part`, `${path}.done`);
}
