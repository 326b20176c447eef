import { triOf } from '../../core/reading';
import { valueOf, type Snapshot } from '../../core/snapshot';
import { declareAct } from '../../os/act';
import { controllerFound, domainJoined, entraJoined, need, online, joinRow } from '../needs';
import type { Proof, Repair } from '../repair';
import { joinAllowed, joinTask, joinTaskReady } from './run-join-task';
import { technicians } from './seats';

const leave = declareAct({
  key: 'dsregcmd-leave',
  tool: 'dsregcmd.exe',
  args: ['/debug', '/leave'],
  limitMs: 120_000,
});

/** Joined again, and with another certificate than the one it left with. */
const proof = (before: Snapshot, after: Snapshot): Proof => {
  const joined = joinRow(after, 'entra');
  if (joined !== 'yes') return joined === 'no' ? 'not-verified' : 'unknown';
  const [old, now] = [before, after].map(
    (look) => valueOf(look, 'device-registration')?.thumbprint ?? null,
  );
  if (old === null || now === null) return 'unknown';
  return old === now ? 'not-verified' : 'verified';
};

/**
 * The only leave there is here, and not a blind one: of a hybrid device alone, for a technician, and only
 * when it can come back, with a domain controller, the task and the way to the cloud all proved before.
 * The directory has to see the new certificate, which takes up to a synchronisation.
 */
export const leaveAndRejoin: Repair = {
  id: 'leave-and-rejoin',
  rights: 'admin',
  session: 'any',
  risk: 'destructive',
  seats: technicians,
  seconds: 120,
  acts: [leave, joinTask],
  needs: [
    domainJoined,
    entraJoined,
    controllerFound,
    joinTaskReady,
    joinAllowed,
    online,
    need('key-saved-or-no-encryption', ['bitlocker', 'key-escrow'], 'stop', (snapshot) => {
      const volumes = valueOf(snapshot, 'bitlocker')?.volumes;
      if (volumes?.every(({ state }) => state === 'off')) return 'yes';
      const escrow = valueOf(snapshot, 'key-escrow');
      return escrow === null ? 'unknown' : triOf(escrow.last?.outcome === 'saved');
    }),
  ],
  rereads: ['device-registration', 'registration-events'],
  settleSeconds: 120,
  proof,
  undo: 'cannot',
};
