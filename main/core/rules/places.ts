import type { Adapter, IpConfiguration } from '../facts/network';
import type { Evidence } from '../finding';
import { valueOf, type Snapshot } from '../snapshot';
import { fact, registrationOf } from './evidence';

/** Where the PC is, as far as the network itself says so. */
const domainNames = (snapshot: Snapshot): string[] =>
  [
    valueOf(snapshot, 'domain-membership')?.domain,
    valueOf(snapshot, 'dns-client')?.domain,
    registrationOf(snapshot)?.domainName,
  ].flatMap((name) => (name?.includes('.') ? [name.toLowerCase()] : []));

const belongs = (suffix: string, domain: string): boolean =>
  suffix === domain || domain.endsWith(`.${suffix}`) || suffix.endsWith(`.${domain}`);

/** An adapter whose network hands out a name of the own domain: company cable, Wi-Fi or VPN. */
export const companyAdapter = (snapshot: Snapshot): IpConfiguration | null => {
  const names = domainNames(snapshot);
  return (
    valueOf(snapshot, 'ip-configurations')?.adapters.find(({ suffix, addresses }) => {
      // One label alone ("local", "home") would fit too many routers.
      if (!suffix?.includes('.') || addresses.length === 0) return false;
      return names.some((domain) => belongs(suffix.toLowerCase(), domain));
    }) ?? null
  );
};

export const companyProof = (adapter: IpConfiguration | null): Evidence[] =>
  adapter ? [fact('ip-configurations', 'suffix', adapter.suffix)] : [];

/** These lead web traffic through a filter; they are no way into the company's own network by themselves. */
const filters = new Set([
  'Zscaler',
  'Netskope',
  'Cloudflare WARP',
  'Tailscale',
  'Global Secure Access',
]);

export const isFilter = (adapter: Adapter): boolean =>
  adapter.vpn !== null && filters.has(adapter.vpn);

export const vpnAdapters = (snapshot: Snapshot): Adapter[] =>
  (valueOf(snapshot, 'adapters')?.adapters ?? []).filter(
    (adapter) => adapter.vpn !== null && !isFilter(adapter),
  );

/** Up means: linked, and with an address of its own. Some products leave their adapter linked all day. */
export const vpnUp = (snapshot: Snapshot): Adapter | null => {
  const configured = valueOf(snapshot, 'ip-configurations')?.adapters ?? [];
  return (
    vpnAdapters(snapshot).find(
      (adapter) =>
        adapter.connected === 'yes' &&
        configured.some(
          ({ description, addresses }) =>
            description === adapter.description && addresses.some(isOrdinary),
        ),
    ) ?? null
  );
};

export const isVersionFour = (address: string): boolean => /^\d+\.\d+\.\d+\.\d+$/.test(address);
export const isSelfGiven = (address: string): boolean => address.startsWith('169.254.');
const isLocalOnly = (address: string): boolean => /^(fe80|::1)/i.test(address);
export const isOrdinary = (address: string): boolean =>
  !isSelfGiven(address) && !isLocalOnly(address) && address !== '0.0.0.0';
