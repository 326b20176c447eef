import { inspect } from '../../../main/inspector/inspect';
import { createLive } from '../../../main/os/live';
import { probes } from '../../../main/probes/index';
import { repairById } from '../../../main/repairs/index';
import { runRepair } from '../../../main/repairs/run';

/* One repair on a stand-in PC, on Windows' own Node: the real runner, without a window around it. */
const [, , id = ''] = process.argv;
const repair = repairById(id);
if (repair === null) throw new Error(`no repair ${id}`);
const os = createLive({ ownProgram: 'C:\\Program Files\\Fieldkit\\Fieldkit.exe' });
const outcome = await runRepair(repair, {
  os,
  seat: 'deployment',
  dryRun: false,
  allowed: () => true,
  look: async (only) => (await inspect(os, probes, { only, budgetMs: 30_000 })).snapshot,
  journal: { begun: () => Promise.resolve(), ended: () => Promise.resolve() },
  elevate: null,
});
process.stdout.write(JSON.stringify(outcome));
