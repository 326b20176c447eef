import { valueOf } from '../../core/snapshot';
import { declareAct } from '../../os/act';
import { controllerFound, logonSession } from '../needs';
import { proofOf } from '../proofs';
import type { Repair } from '../repair';
import { everybody } from './seats';

const purge = declareAct({
  key: 'klist-purge',
  tool: 'klist.exe',
  args: ['purge'],
  limitMs: 15_000,
});

/** A ticket for the ticket service itself: the smallest thing that makes Windows fetch a first one again. */
const fetch = declareAct({
  key: 'klist-get',
  tool: 'klist.exe',
  args: ['get', 'krbtgt'],
  limitMs: 45_000,
});

export const renewKerberosTickets: Repair = {
  id: 'renew-kerberos-tickets',
  rights: 'user',
  session: 'own',
  risk: 'interrupts',
  seats: everybody,
  seconds: 10,
  acts: [purge, fetch],
  // Thrown away and not fetched again would be worse than before.
  needs: [logonSession, controllerFound],
  rereads: ['kerberos-tickets'],
  settleSeconds: 9,
  // After a purge every ticket that is there is a new one.
  proof: (_before, after, acted) => {
    const purged = acted.some(
      ({ key, acted: { exitCode } }) => key === purge.key && exitCode === 0,
    );
    return purged ? proofOf(valueOf(after, 'kerberos-tickets')?.onPremTgt ?? 'unknown') : 'unknown';
  },
  undo: 'not-needed',
};
