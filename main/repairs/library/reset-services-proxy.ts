import { triOf } from '../../core/reading';
import { valueOf, type Snapshot } from '../../core/snapshot';
import { declareAct } from '../../os/act';
import { need } from '../needs';
import type { Proof, Repair } from '../repair';
import { everybody } from './seats';

/** Of a list for several protocols Windows takes the one for http. */
const firstOf = (servers: string | null): string | null =>
  servers
    ?.toLowerCase()
    .replace(/^.*\bhttp=/, '')
    .split(/[;\s]/)[0] ?? null;

const proof = (_before: Snapshot, after: Snapshot): Proof => {
  const told = valueOf(after, 'proxy-settings');
  if (told === null || told.services.access === 'unknown') return 'unknown';
  if (told.user.enabled === 'unknown') return 'unknown';
  const wanted = told.user.enabled === 'yes' ? firstOf(told.user.servers) : null;
  if (wanted === null) return told.services.access === 'direct' ? 'verified' : 'not-verified';
  const got = told.services.servers?.toLowerCase() ?? '';
  return got.includes(wanted) ? 'verified' : 'not-verified';
};

/** Copies the proxy of whoever runs it: with another person's account that would be another person's. */
export const resetServicesProxy: Repair = {
  id: 'reset-services-proxy',
  rights: 'admin',
  session: 'any',
  account: 'same',
  risk: 'interrupts',
  seats: everybody,
  seconds: 5,
  acts: [
    declareAct({
      key: 'netsh-winhttp-import',
      tool: 'netsh.exe',
      args: ['winhttp', 'import', 'proxy', 'source=ie'],
      limitMs: 20_000,
    }),
  ],
  needs: [
    need('user-proxy-known', ['proxy-settings'], 'stop', (snapshot) => {
      const user = valueOf(snapshot, 'proxy-settings')?.user;
      if (user === undefined || user.enabled === 'unknown') return 'unknown';
      // A script address cannot be copied; only a fixed proxy, or none at all.
      return triOf(user.enabled === 'yes' ? user.servers !== null : user.pacUrl === null);
    }),
    need('services-proxy-differs', ['proxy-settings'], 'go-on', (snapshot) =>
      proof(snapshot, snapshot) === 'verified' ? 'no' : 'yes',
    ),
  ],
  rereads: ['proxy-settings'],
  settleSeconds: 0,
  proof,
  undo: 'cannot',
};
