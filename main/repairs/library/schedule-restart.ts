import { valueOf } from '../../core/snapshot';
import { declareAct } from '../../os/act';
import { newer, proofOf } from '../proofs';
import type { Repair } from '../repair';
import { everybody } from './seats';

const planned = (snapshot: Parameters<Repair['proof']>[0]) => {
  const told = valueOf(snapshot, 'planned-restart');
  return told === null ? undefined : told.announced;
};

/** In ten minutes, with Windows' own warning on the screen, and given as planned maintenance. */
export const scheduleRestart: Repair = {
  id: 'schedule-restart',
  rights: 'user',
  session: 'any',
  risk: 'interrupts',
  seats: everybody,
  seconds: 5,
  acts: [
    declareAct({
      key: 'shutdown-restart',
      tool: 'shutdown.exe',
      args: ['/r', '/t', '600', '/d', 'p:4:1'],
      limitMs: 20_000,
    }),
  ],
  needs: [],
  rereads: ['planned-restart'],
  settleSeconds: 9,
  proof: (before, after) => proofOf(newer(planned(after), planned(before))),
  undo: { repair: 'cancel-restart' },
};
