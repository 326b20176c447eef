import { triOf } from '../../core/reading';
import { valueOf, type Snapshot } from '../../core/snapshot';
import { declareAct } from '../../os/act';
import { need } from '../needs';
import type { Proof, Repair } from '../repair';
import { everybody } from './seats';

const automatic = (snapshot: Snapshot) =>
  valueOf(snapshot, 'ip-configurations')?.adapters.filter(({ dhcp }) => dhcp === true) ?? null;

/** Addresses a PC gives itself when nobody answered. */
const usable = (snapshot: Snapshot) =>
  automatic(snapshot)?.filter(({ addresses }) =>
    addresses.some((address) => address.includes('.') && !address.startsWith('169.254.')),
  ) ?? null;

const newest = (snapshot: Snapshot): number | null =>
  automatic(snapshot)?.reduce<number | null>(
    (most, { leaseObtained }) =>
      leaseObtained === null ? most : Math.max(most ?? leaseObtained, leaseObtained),
    null,
  ) ?? null;

/** A lease of later date, or an address where there was none. */
const proof = (before: Snapshot, after: Snapshot): Proof => {
  const [had, has] = [usable(before), usable(after)];
  if (has === null) return 'unknown';
  if (had !== null && has.length > had.length) return 'verified';
  const [old, fresh] = [newest(before), newest(after)];
  if (fresh === null) return 'unknown';
  return fresh > (old ?? -Infinity) && has.length > 0 ? 'verified' : 'not-verified';
};

export const renewDhcp: Repair = {
  id: 'renew-dhcp',
  rights: 'admin',
  session: 'any',
  // The line may be gone for a moment, and with it a call or a remote session.
  risk: 'interrupts',
  seats: everybody,
  seconds: 15,
  acts: [
    declareAct({ key: 'ipconfig-renew', tool: 'ipconfig.exe', args: ['/renew'], limitMs: 90_000 }),
  ],
  needs: [
    need('address-automatic', ['ip-configurations'], 'stop', (snapshot) => {
      const adapters = automatic(snapshot);
      return adapters === null ? 'unknown' : triOf(adapters.length > 0);
    }),
  ],
  rereads: ['ip-configurations'],
  settleSeconds: 9,
  proof,
  undo: 'not-needed',
};
