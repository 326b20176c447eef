import { valueOf } from '../../core/snapshot';
import { declareAct } from '../../os/act';
import { entraJoined, online } from '../needs';
import { newer, proofOf } from '../proofs';
import type { Repair } from '../repair';
import { everybody } from './seats';

const updated = (snapshot: Parameters<Repair['proof']>[0]) =>
  valueOf(snapshot, 'device-registration')?.entraPrt.updatedAt;

/** Asks the sign-in provider for a new token. Returns at once; the token follows within seconds, if at all. */
export const refreshPrt: Repair = {
  id: 'refresh-prt',
  rights: 'user',
  session: 'own',
  risk: 'none',
  seats: everybody,
  seconds: 15,
  acts: [
    declareAct({
      key: 'dsregcmd-refreshprt',
      tool: 'dsregcmd.exe',
      args: ['/refreshprt'],
      limitMs: 60_000,
    }),
  ],
  needs: [entraJoined, online],
  rereads: ['device-registration'],
  settleSeconds: 30,
  proof: (before, after) => proofOf(newer(updated(after), updated(before))),
  undo: 'not-needed',
};
