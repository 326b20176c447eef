import { clockStands } from '../../core/clock';
import { triOf } from '../../core/reading';
import { valueOf } from '../../core/snapshot';
import { declareAct } from '../../os/act';
import { need, service, serviceUsable } from '../needs';
import type { Proof, Repair } from '../repair';
import { everybody } from './seats';

/**
 * The time since the last synchronisation can only have become shorter, or grown by less than has passed,
 * when there was another one. The programs' own time is the least that has passed.
 */
const proof: Repair['proof'] = (before, after, acted): Proof => {
  const [old, now] = [valueOf(before, 'clock-sync'), valueOf(after, 'clock-sync')];
  if (now === null || now.synchronised === 'unknown') return 'unknown';
  if (clockStands(now) === 'no' || (now.lastError ?? 0) !== 0) return 'not-verified';
  if (old !== null && clockStands(old) !== 'yes') return 'verified';
  if (now.secondsSinceSync === null || (old?.secondsSinceSync ?? null) === null) return 'unknown';
  const passed = acted.reduce((sum, { acted: { ms } }) => sum + ms, 0) / 1000;
  return now.secondsSinceSync < (old?.secondsSinceSync ?? 0) + passed ? 'verified' : 'not-verified';
};

export const resyncClock: Repair = {
  id: 'resync-clock',
  rights: 'admin',
  session: 'any',
  risk: 'none',
  seats: everybody,
  seconds: 20,
  acts: [
    // ERROR_SERVICE_ALREADY_RUNNING. Off a domain the service is started by a trigger and may rest.
    declareAct({
      key: 'start-w32time',
      tool: 'sc.exe',
      args: ['start', 'W32Time'],
      limitMs: 20_000,
      alsoFine: [1056],
    }),
    declareAct({
      key: 'w32tm-resync',
      tool: 'w32tm.exe',
      args: ['/resync', '/rediscover'],
      limitMs: 60_000,
    }),
  ],
  picks: (snapshot) => {
    const [start, resync] = resyncClock.acts;
    const running = service(snapshot, 'w32time')?.running;
    return [start, resync].flatMap((act) =>
      act === undefined || (act === start && running === 'yes') ? [] : [act],
    );
  },
  needs: [
    serviceUsable('time-service-usable', 'w32time'),
    need('time-source-set', ['time-service'], 'go-on', (snapshot) => {
      const type = valueOf(snapshot, 'time-service')?.type;
      return type === undefined || type === 'unknown' ? 'unknown' : triOf(type !== 'none');
    }),
  ],
  rereads: ['clock-sync', 'services'],
  settleSeconds: 15,
  proof,
  undo: 'not-needed',
};
