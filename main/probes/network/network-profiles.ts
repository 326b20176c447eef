import type { NetworkProfile, ReachLevel } from '../../core/facts/network';
import type { Tri } from '../../core/reading';
import type { Probe } from '../probe';
import { cimNumber, cimSource, cimText, rowsOf } from '../text/cim';
import { map } from '../text/reading';

const source = cimSource(
  'cim-network-profiles',
  'root/StandardCimv2',
  'MSFT_NetConnectionProfile',
  ['Name', 'InterfaceAlias', 'NetworkCategory', 'IPv4Connectivity', 'IPv6Connectivity'],
);

const categories: Record<number, NetworkProfile['category']> = {
  0: 'public',
  1: 'private',
  2: 'domain-authenticated',
};
const levels: Record<number, ReachLevel> = {
  0: 'disconnected',
  1: 'no-traffic',
  2: 'subnet',
  3: 'local-network',
  4: 'internet',
};

const verified = (profiles: readonly NetworkProfile[]): Tri => {
  if (profiles.some(({ category }) => category === 'domain-authenticated')) return 'yes';
  return profiles.some(({ category }) => category === 'unknown') ? 'unknown' : 'no';
};

export const networkProfilesProbe: Probe<'network-profiles'> = {
  id: 'network-profiles',
  on: ['win32'],
  reads: [source],
  parse: (raws) =>
    map(rowsOf(raws, source), (rows) => {
      const profiles = rows.map((row) => ({
        name: cimText(row, 'Name'),
        interface: cimText(row, 'InterfaceAlias'),
        category: categories[cimNumber(row, 'NetworkCategory') ?? -1] ?? ('unknown' as const),
        ipv4: levels[cimNumber(row, 'IPv4Connectivity') ?? -1] ?? ('unknown' as const),
        ipv6: levels[cimNumber(row, 'IPv6Connectivity') ?? -1] ?? ('unknown' as const),
      }));
      return { profiles, domainVerified: verified(profiles) };
    }),
};
