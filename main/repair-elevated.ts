import { inspect } from './inspector/inspect';
import { hostSource, whoFrom } from './os/host';
import { createLive } from './os/live';
import type { Machine } from './os/machine';
import type { Start } from './os/run';
import { loadOrganisation, mayRepair, organisationPlaces } from './organisation/load';
import { probes } from './probes/index';
import { repairById } from './repairs/index';
import { outcomeOf } from './repairs/outcome';
import type { RepairOutcome } from './repairs/repair';
import { runRepair } from './repairs/run';

const lookBudgetMs = 90_000;

/** For the administrator, in the log of Windows. A log that takes nothing must not keep a PC broken. */
const note = async (start: Start, text: string): Promise<void> => {
  const about = ['/L', 'APPLICATION', '/T', 'INFORMATION', '/SO', 'Fieldkit', '/ID', '100'];
  await start('eventcreate.exe', [...about, '/D', text], { limitMs: 10_000 });
};

/** Only the machine's own file counts here: the others lie where the side that asked may write. */
const machineAllows =
  (machine: Machine) =>
  async (repair: string): Promise<boolean> => {
    const places = organisationPlaces(undefined, machine).filter(({ from }) => from === 'machine');
    // Whoever may change it can only take repairs away with it.
    return mayRepair(await loadOrganisation(places, () => Promise.resolve(false)), repair);
  };

/**
 * One repair by its name, with nothing believed of the side that asked: what must be so is read again here,
 * as the administrator, and so is the proof. Null for what is not a repair that needs one.
 */
export const repairElevated = async (
  given: readonly string[],
  { machine, start }: { machine: Machine; start: Start },
  reader: string,
  allowed: (repair: string) => Promise<boolean> = machineAllows(machine),
): Promise<RepairOutcome | null> => {
  const repair = given.length === 1 ? repairById(given[0] ?? '') : null;
  const [seat] = repair?.seats ?? [];
  if (repair === null || repair.rights !== 'admin' || seat === undefined) return null;
  const os = createLive({ ...machine, start });
  const who = whoFrom(await os.read(hostSource));
  if (repair.account === 'same' && who?.sid !== reader)
    return outcomeOf(repair.id, 'skipped', 'need', { need: 'same-account' });
  return runRepair(repair, {
    os,
    seat,
    dryRun: false,
    allowed,
    look: async (only) => (await inspect(os, probes, { only, budgetMs: lookBudgetMs })).snapshot,
    journal: {
      begun: ({ acts }) => note(start, `Repair ${repair.id} begun: ${acts.join(', ')}`),
      ended: ({ kind, why }) => note(start, `Repair ${repair.id} ended: ${kind}, ${why ?? '-'}`),
    },
    elevate: null,
  });
};
