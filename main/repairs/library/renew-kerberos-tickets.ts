import { valueOf, type Snapshot } from '../../core/snapshot';
import { declareAct } from '../../os/act';
import { controllerFound, logonSession } from '../needs';
import { proofOf } from '../proofs';
import type { Proof, Repair } from '../repair';
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

/** When the first tickets of the domain were issued; null when that was not read. */
const issued = (snapshot: Snapshot): string[] | null =>
  valueOf(snapshot, 'kerberos-tickets')?.tickets.flatMap(({ server, started }) =>
    /^krbtgt\//i.test(server) && !/microsoftonline/i.test(server) && started !== null
      ? [started]
      : [],
  ) ?? null;

const proof = (before: Snapshot, after: Snapshot): Proof => {
  const has = valueOf(after, 'kerberos-tickets')?.onPremTgt ?? 'unknown';
  if (has !== 'yes') return proofOf(has);
  const [had, now] = [issued(before), issued(after)];
  if (had === null || now === null || now.length === 0) return 'unknown';
  return now.every((time) => !had.includes(time)) ? 'verified' : 'not-verified';
};

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
  // A purge may say yes and leave all as it was: the first ticket has to be another one than before.
  proof,
  undo: 'not-needed',
};
