import { valueOf } from '../../core/snapshot';
import { declareAct } from '../../os/act';
import { controllerFound, domainJoined } from '../needs';
import { newer, proofOf } from '../proofs';
import type { Repair } from '../repair';
import { everybody } from './seats';

const last = (snapshot: Parameters<Repair['proof']>[0]) => {
  const told = valueOf(snapshot, 'group-policy-runs');
  return told === null ? undefined : told.lastSuccess;
};

/** Without `/force`: what has not changed need not be applied again, and nobody is asked to sign out. */
export const refreshGroupPolicy: Repair = {
  id: 'refresh-group-policy',
  rights: 'user',
  session: 'any',
  risk: 'none',
  seats: everybody,
  seconds: 45,
  acts: [
    declareAct({
      key: 'gpupdate',
      tool: 'gpupdate.exe',
      args: ['/wait:150'],
      limitMs: 180_000,
    }),
  ],
  needs: [domainJoined, controllerFound],
  rereads: ['group-policy-runs'],
  settleSeconds: 15,
  proof: (before, after) => proofOf(newer(last(after), last(before))),
  undo: 'not-needed',
};
