import { triOf } from '../../core/reading';
import { valueOf } from '../../core/snapshot';
import { need } from '../needs';
import { proofOf } from '../proofs';
import type { Repair } from '../repair';
import { everybody } from './seats';
import { cleanUpAccounts } from './work-accounts';

const count = (snapshot: Parameters<Repair['proof']>[0]) =>
  valueOf(snapshot, 'app-accounts')?.accounts ?? null;

export const signOutStaleAccounts: Repair = {
  id: 'sign-out-stale-accounts',
  rights: 'user',
  session: 'own',
  risk: 'interrupts',
  seats: everybody,
  seconds: 20,
  acts: [cleanUpAccounts],
  needs: [
    need('app-accounts-there', ['app-accounts'], 'go-on', (snapshot) => {
      const accounts = count(snapshot);
      return accounts === null ? 'unknown' : triOf(accounts > 0);
    }),
  ],
  rereads: ['app-accounts'],
  settleSeconds: 6,
  proof: (before, after) => {
    const [had, has] = [count(before), count(after)];
    if (has === null) return 'unknown';
    return proofOf(triOf(has === 0 || (had !== null && has < had)));
  },
  undo: 'cannot',
};
