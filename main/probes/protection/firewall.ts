import type { Firewall } from '../../core/facts/protection';
import { failed, ok, triOf } from '../../core/reading';
import type { Probe } from '../probe';
import { cimNumber, cimSource, cimText, rowsOf } from '../text/cim';
import { valueOr } from '../text/reading';
import { registryOf, registryReads, registrySource } from '../text/registry';

const local = cimSource('cim-firewall-profiles', 'root/StandardCimv2', 'MSFT_NetFirewallProfile', [
  'Name',
  'Enabled',
]);
const policy = registrySource(
  'registry-policy-firewall',
  'HKLM',
  'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall',
);

/** Class, its name in the store of policies, and ours. `StandardProfile` is the old name of "private". */
const profiles = [
  ['Domain', 'DomainProfile', 'domain'],
  ['Private', 'StandardProfile', 'private'],
  ['Public', 'PublicProfile', 'public'],
] as const;

/** 0 off, 1 on, 2 not set. */
const switches: Record<number, boolean> = { 0: false, 1: true };

export const firewallProbe: Probe<'firewall'> = {
  id: 'firewall',
  on: ['win32'],
  reads: [local, ...registryReads(policy)],
  parse: (raws) => {
    const rows = rowsOf(raws, local);
    const rules = valueOr(registryOf(raws, policy), null);
    if (rows.kind !== 'ok' && rules === null) return rows;
    const seen = valueOr(rows, []);
    const found = profiles.map(([name, key, fact]): Firewall['profiles'][number] => {
      const set = rules?.flag(key, 'EnableFirewall') ?? null;
      const row = seen.find((each) => cimText(each, 'Name') === name);
      const own = row === undefined ? null : (switches[cimNumber(row, 'Enabled') ?? -1] ?? null);
      return { name: fact, on: triOf(set ?? own), by: set === null ? 'local' : 'policy' };
    });
    if (found.every(({ on }) => on === 'unknown')) return failed('not-understood', 'no profile');
    return ok({ profiles: found });
  },
};
