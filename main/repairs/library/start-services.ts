import { triOf } from '../../core/reading';
import { valueOf, type Snapshot } from '../../core/snapshot';
import { declareAct, type Act } from '../../os/act';
import { need, service } from '../needs';
import { proofOf } from '../proofs';
import type { Repair } from '../repair';
import { everybody } from './seats';

/** What sign-in, management and the way to the office stand on. Nothing else is ever started. */
const known = [
  'BITS',
  'CryptSvc',
  'DmEnrollmentSvc',
  'dmwappushservice',
  'IntuneManagementExtension',
  'iphlpsvc',
  'KeyIso',
  'LanmanWorkstation',
  'Netlogon',
  'NgcCtnrSvc',
  'NgcSvc',
  'Schedule',
  'Spooler',
  'TokenBroker',
  'VaultSvc',
  'W32Time',
  'WinHttpAutoProxySvc',
  'wlidsvc',
  'wuauserv',
] as const;

/** ERROR_SERVICE_ALREADY_RUNNING: somebody else was quicker. */
const alreadyRunning = 1056;

const starters: readonly (readonly [string, Act])[] = known.map((name) => [
  name.toLowerCase(),
  declareAct({
    key: `start-${name.toLowerCase()}`,
    tool: 'sc.exe',
    args: ['start', name],
    limitMs: 30_000,
    alsoFine: [alreadyRunning],
  }),
]);

/** Meant to run by itself and does not. One that is started on demand may well be at rest. */
const rests = (snapshot: Snapshot) =>
  starters.filter(([name]) => {
    const state = service(snapshot, name);
    return state?.running === 'no' && state.start === 'automatic';
  });

export const startServices: Repair = {
  id: 'start-services',
  rights: 'admin',
  session: 'any',
  risk: 'none',
  seats: everybody,
  seconds: 20,
  acts: starters.map(([, act]) => act),
  picks: (snapshot) => rests(snapshot).map(([, act]) => act),
  needs: [
    need('service-stopped', ['services'], 'stop', (snapshot) =>
      valueOf(snapshot, 'services') === null ? 'unknown' : triOf(rests(snapshot).length > 0),
    ),
  ],
  rereads: ['services'],
  settleSeconds: 20,
  proof: (before, after) => {
    const states = rests(before).map(([name]) => service(after, name)?.running ?? 'unknown');
    if (states.includes('no')) return 'not-verified';
    return proofOf(states.includes('unknown') ? 'unknown' : 'yes');
  },
  undo: 'not-needed',
};
