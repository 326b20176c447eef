import type { Tri } from '../core/reading';
import type { Ended } from './entry';
import type { Step } from './guide';
import { mostEntries } from './journal';
import type { Sitting } from './sitting';

/** Steps that need nobody, one after the other, before the guide is taken to go in circles. */
const mostInARow = 40;

const howOf: Record<Tri, Ended['how']> = { yes: 'proved', no: 'not-proved', unknown: 'unknown' };

const proofOf = async (sitting: Sitting, step: Extract<Step, { kind: 'done' }>): Promise<Tri> => {
  const last = sitting.walk.last?.result.kind;
  if (step.proof === 'last-act')
    return last === 'verified' ? 'yes' : last === 'not-verified' ? 'no' : 'unknown';
  return sitting.holds(step.proof);
};

/** Takes one step that needs nobody. False when the next move is the person's. */
const moveAlone = async (sitting: Sitting): Promise<boolean> => {
  const { at, due, ended, asked } = sitting.walk;
  if (ended !== null || at === null) return false;
  if (due !== null) {
    await sitting.end(due.how, due.how === 'stopped' ? null : due.to);
    return false;
  }
  switch (at.kind) {
    case 'check': {
      if (asked || !sitting.hasDevice) return false;
      const answer = await sitting.holds(at);
      if (sitting.stopped) return false;
      await sitting.note({ event: 'checked', step: at.id, answer, by: 'device' });
      return true;
    }
    case 'confirm':
      if (sitting.readiness === null) await sitting.makeReady(at);
      return false;
    case 'hand-over':
      await sitting.end('handed-over', at.to);
      return false;
    case 'done': {
      // Nothing was done, so there is nothing to prove and nobody who has to go on.
      if (sitting.walk.last?.result.kind === 'dry-run') {
        await sitting.end('shown', null);
        return false;
      }
      const answer = await proofOf(sitting, at);
      if (sitting.stopped) return false;
      await sitting.end(howOf[answer], answer === 'yes' ? null : (at.owner ?? 'technician'));
      return false;
    }
    default:
      return false;
  }
};

/** Goes on until somebody is needed. What goes in circles, or has gone on for too long, is handed over. */
export const goUnattended = async (sitting: Sitting): Promise<void> => {
  for (let steps = 0; await moveAlone(sitting); steps += 1)
    if (steps >= mostInARow) {
      await sitting.end('handed-over', 'technician');
      return;
    }
  const { ended, at } = sitting.walk;
  if (ended === null && at !== null && sitting.options.journal.entries.length >= mostEntries)
    await sitting.end('handed-over', 'technician');
};
