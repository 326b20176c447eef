import { valueOf } from '../../core/snapshot';
import { declareAct } from '../../os/act';
import { need, not } from '../needs';
import { proofOf } from '../proofs';
import type { Repair } from '../repair';
import { everybody } from './seats';

const key = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\RunOnce';
const name = 'FieldkitResume';

const present = (snapshot: Parameters<Repair['proof']>[0]) =>
  valueOf(snapshot, 'resume-entry')?.present ?? 'unknown';

const shared = {
  rights: 'user',
  session: 'own',
  risk: 'none',
  seats: everybody,
  seconds: 5,
  rereads: ['resume-entry'],
  settleSeconds: 0,
} as const satisfies Partial<Repair>;

/** Windows itself removes the entry when it has started us once. Asked for by the person, never by us alone. */
export const resumeAfterSignIn: Repair = {
  ...shared,
  id: 'resume-after-sign-in',
  acts: [
    declareAct({
      key: 'run-once-add',
      tool: 'reg.exe',
      args: ['add', key, '/v', name, '/t', 'REG_SZ', '/d', { place: 'own-program' }, '/f'],
      limitMs: 15_000,
    }),
  ],
  needs: [],
  proof: (_before, after) => proofOf(present(after)),
  undo: { repair: 'forget-resume' },
};

export const forgetResume: Repair = {
  ...shared,
  id: 'forget-resume',
  acts: [
    declareAct({
      key: 'run-once-delete',
      tool: 'reg.exe',
      args: ['delete', key, '/v', name, '/f'],
      limitMs: 15_000,
    }),
  ],
  needs: [need('resume-entry-there', ['resume-entry'], 'go-on', present)],
  proof: (_before, after) => proofOf(not(present(after))),
  undo: { repair: 'resume-after-sign-in' },
};
