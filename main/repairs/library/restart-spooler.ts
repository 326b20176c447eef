import type { Snapshot } from '../../core/snapshot';
import { service, serviceUsable } from '../needs';
import type { Proof, Repair } from '../repair';
import { scriptAct } from '../script';
import { everybody } from './seats';

/** Running, and as another process than before. */
const proof = (before: Snapshot, after: Snapshot): Proof => {
  const [old, now] = [service(before, 'spooler'), service(after, 'spooler')];
  if (now === null || now.running === 'unknown') return 'unknown';
  if (now.running === 'no') return 'not-verified';
  if (old?.running === 'no') return 'verified';
  if ((old?.processId ?? null) === null || now.processId === null) return 'unknown';
  return now.processId === old?.processId ? 'not-verified' : 'verified';
};

export const restartSpooler: Repair = {
  id: 'restart-spooler',
  rights: 'admin',
  session: 'any',
  risk: 'interrupts',
  seats: everybody,
  seconds: 15,
  acts: [
    scriptAct({
      key: 'restart-spooler',
      limitMs: 60_000,
      full: false,
      lines: `Restart-Service -Name Spooler -Force;`,
    }),
  ],
  needs: [serviceUsable('spooler-usable', 'spooler')],
  rereads: ['services'],
  settleSeconds: 9,
  proof,
  undo: 'not-needed',
};
