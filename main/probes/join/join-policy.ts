import type { JoinPolicy } from '../../core/facts/join';
import { triOf } from '../../core/reading';
import type { Probe } from '../probe';
import { map, valueOr } from '../text/reading';
import { registryOf, registryReads, registrySource } from '../text/registry';
import { accountPolicy } from '../text/shared-sources';

const join = registrySource(
  'registry-workplace-join-policy',
  'HKLM',
  'SOFTWARE\\Policies\\Microsoft\\Windows\\WorkplaceJoin',
);

const automatic = (value: boolean | null): JoinPolicy['automaticRegistration'] =>
  value === null ? 'not-configured' : value ? 'asked-for' : 'blocked';

export const joinPolicyProbe: Probe<'join-policy'> = {
  id: 'join-policy',
  on: ['win32'],
  reads: registryReads(join, accountPolicy),
  parse: (raws) => {
    const profile = map(registryOf(raws, accountPolicy), (tree) =>
      triOf(tree.flag('', 'LoadCredKeyFromProfile') ?? false),
    );
    return map(registryOf(raws, join), (tree) => ({
      automaticRegistration: automatic(tree.flag('', 'autoWorkplaceJoin')),
      workAccountsBlocked: triOf(tree.flag('', 'BlockAADWorkplaceJoin') ?? false),
      keyFromProfile: valueOr(profile, 'unknown' as const),
    }));
  },
};
