import { valueOf } from '../../core/snapshot';
import { declareAct } from '../../os/act';
import { newer, proofOf } from '../proofs';
import type { Repair } from '../repair';
import { everybody } from './seats';

const stopped = (snapshot: Parameters<Repair['proof']>[0]) => {
  const told = valueOf(snapshot, 'planned-restart');
  return told === null ? undefined : told.cancelled;
};

export const cancelRestart: Repair = {
  id: 'cancel-restart',
  rights: 'user',
  session: 'any',
  risk: 'none',
  seats: everybody,
  seconds: 5,
  acts: [
    declareAct({
      key: 'shutdown-abort',
      tool: 'shutdown.exe',
      args: ['/a'],
      limitMs: 20_000,
    }),
  ],
  needs: [],
  rereads: ['planned-restart'],
  settleSeconds: 9,
  proof: (before, after) => proofOf(newer(stopped(after), stopped(before))),
  undo: 'not-needed',
};
