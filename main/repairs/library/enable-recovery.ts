import { valueOf } from '../../core/snapshot';
import { declareAct } from '../../os/act';
import { need, not } from '../needs';
import { proofOf } from '../proofs';
import type { Repair } from '../repair';
import { everybody } from './seats';

const enabled = (snapshot: Parameters<Repair['proof']>[0]) =>
  valueOf(snapshot, 'recovery-environment')?.enabled ?? 'unknown';

export const enableRecovery: Repair = {
  id: 'enable-recovery',
  rights: 'admin',
  session: 'any',
  risk: 'none',
  seats: everybody,
  seconds: 20,
  acts: [
    declareAct({
      key: 'reagentc-enable',
      tool: 'reagentc.exe',
      args: ['/enable'],
      limitMs: 120_000,
    }),
  ],
  needs: [
    need('recovery-off', ['recovery-environment'], 'go-on', (snapshot) => not(enabled(snapshot))),
  ],
  rereads: ['recovery-environment'],
  settleSeconds: 6,
  proof: (_before, after) => proofOf(enabled(after)),
  undo: 'not-needed',
};
