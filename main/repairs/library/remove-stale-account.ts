import { domainJoined, joinRow, need, not } from '../needs';
import { proofOf } from '../proofs';
import type { Repair } from '../repair';
import { everybody } from './seats';
import { cleanUpAccounts } from './work-accounts';

/** A personal registration on a company PC: two identities of one device that get in each other's way. */
export const removeStaleAccount: Repair = {
  id: 'remove-stale-account',
  rights: 'user',
  session: 'own',
  risk: 'interrupts',
  seats: everybody,
  seconds: 30,
  acts: [cleanUpAccounts],
  needs: [
    domainJoined,
    need('registered-account-there', ['device-registration'], 'stop', (snapshot) =>
      joinRow(snapshot, 'workplace'),
    ),
  ],
  rereads: ['device-registration', 'workplace-joins'],
  settleSeconds: 9,
  proof: (_before, after) => proofOf(not(joinRow(after, 'workplace'))),
  undo: 'cannot',
};
