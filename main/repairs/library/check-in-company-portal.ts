import { valueOf } from '../../core/snapshot';
import { triOf } from '../../core/reading';
import { need, online } from '../needs';
import { proofOf } from '../proofs';
import type { Repair } from '../repair';
import { scriptAct } from '../script';
import { everybody } from './seats';

const last = (snapshot: Parameters<Repair['proof']>[0]) =>
  valueOf(snapshot, 'management-extension-log')?.last?.localTime ?? null;

/** The link the Company Portal itself uses to have the agent for apps look for work. */
export const checkInCompanyPortal: Repair = {
  id: 'check-in-company-portal',
  rights: 'user',
  session: 'own',
  risk: 'none',
  seats: everybody,
  seconds: 60,
  acts: [
    scriptAct({
      key: 'agent-check-in',
      limitMs: 45_000,
      full: false,
      lines: `Start-Process -FilePath 'intunemanagementextension://syncapp';`,
    }),
  ],
  needs: [
    need(
      'agent-installed',
      ['management-extension'],
      'stop',
      (snapshot) => valueOf(snapshot, 'management-extension')?.installed ?? 'unknown',
    ),
    online,
  ],
  rereads: ['management-extension-log'],
  settleSeconds: 60,
  // Times of the log have no zone, and sort as text; both were written by the same clock.
  proof: (before, after) => {
    const [old, now] = [last(before), last(after)];
    return now === null ? 'unknown' : proofOf(triOf(old === null || now > old));
  },
  undo: 'not-needed',
};
