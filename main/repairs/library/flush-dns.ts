import { valueOf } from '../../core/snapshot';
import { declareAct } from '../../os/act';
import type { Repair } from '../repair';
import { everybody } from './seats';

export const flushDns: Repair = {
  id: 'flush-dns',
  rights: 'user',
  session: 'any',
  risk: 'none',
  seats: everybody,
  seconds: 5,
  acts: [
    declareAct({
      key: 'ipconfig-flushdns',
      tool: 'ipconfig.exe',
      args: ['/flushdns'],
      limitMs: 20_000,
    }),
  ],
  needs: [],
  rereads: ['name-cache'],
  settleSeconds: 0,
  // Programs ask for names all the time, so that the cache is rarely empty for long; fewer is enough.
  proof: (before, after) => {
    const had = valueOf(before, 'name-cache')?.entries;
    const has = valueOf(after, 'name-cache')?.entries;
    if (has === 0) return 'verified';
    if (had === undefined || has === undefined) return 'unknown';
    return has < had ? 'verified' : 'not-verified';
  },
  undo: 'not-needed',
};
