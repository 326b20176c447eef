import type { Adapter, IpConfiguration } from '../facts/network';
import type { Rule } from '../finding';
import { valueOf, type Snapshot } from '../snapshot';
import { deviceSources } from './device-sources';
import { fact } from './evidence';
import { isMember } from './expected';
import { companyAdapter, companyProof, isOrdinary, isSelfGiven, isVersionFour } from './places';

const about = {
  severity: 'notice',
  certainty: 'likely',
  owner: 'network',
  guide: null,
  source: deviceSources.adapters,
  explains: [],
} as const;

/** Cable or radio that is linked: an address is due on these, not on tunnels and switches. */
const linked = (snapshot: Snapshot): Adapter[] =>
  (valueOf(snapshot, 'adapters')?.adapters ?? []).filter(
    ({ hardware, connected, vpn }) => hardware === true && connected === 'yes' && vpn === null,
  );

const configured = (snapshot: Snapshot): IpConfiguration[] =>
  valueOf(snapshot, 'ip-configurations')?.adapters ?? [];

const addressProof = (snapshot: Snapshot) =>
  configured(snapshot).map(({ description, addresses }) =>
    fact('ip-configurations', description ?? 'addresses', addresses.join(' ')),
  );

/** Addresses of one linked adapter; joined by the description, which is the driver's and not translated. */
const addressesOf = (snapshot: Snapshot, adapter: Adapter): string[] =>
  configured(snapshot).find(({ description }) => description === adapter.description)?.addresses ??
  [];

const hasGateway = (snapshot: Snapshot): boolean =>
  configured(snapshot).some(({ gateways }) => gateways.length > 0);

const reaches = new Set(['internet', 'unknown']);

export const addressRules: readonly Rule[] = [
  {
    // In a train or a plane this is how it should be.
    ...about,
    id: 'no-network-connected',
    link: 'link',
    certainty: 'proved',
    owner: 'user',
    when: (snapshot) => {
      const adapters = valueOf(snapshot, 'adapters')?.adapters.filter(
        ({ hardware }) => hardware === true,
      );
      if (!adapters || adapters.length === 0) return null;
      if (adapters.some(({ connected }) => connected !== 'no')) return null;
      return {
        evidence: adapters.map(({ description, connected }) =>
          fact('adapters', description ?? 'adapter', connected),
        ),
      };
    },
  },
  {
    ...about,
    id: 'no-address-given',
    link: 'address',
    severity: 'broken',
    explains: [
      'controller-not-in-reach',
      'drives-unreachable',
      'clock-not-synchronised',
      'network-without-internet',
      'sign-in-not-reached',
      'vpn-not-connected',
    ],
    when: (snapshot) => {
      const configurations = valueOf(snapshot, 'ip-configurations');
      const adapter = linked(snapshot).find((one) => addressesOf(snapshot, one).some(isSelfGiven));
      if (!configurations || !adapter || hasGateway(snapshot)) return null;
      if (configured(snapshot).some(({ addresses }) => addresses.some(isOrdinary))) return null;
      return {
        evidence: [
          fact('adapters', adapter.description ?? 'adapter', 'connected'),
          ...addressProof(snapshot),
        ],
        values: { adapter: adapter.description ?? '' },
      };
    },
  },
  {
    ...about,
    id: 'no-way-out',
    link: 'address',
    severity: 'attention',
    explains: ['device-check-unreachable', 'network-without-internet', 'sign-in-not-reached'],
    when: (snapshot) => {
      const profiles = valueOf(snapshot, 'network-profiles')?.profiles ?? [];
      const adapter = linked(snapshot).find((one) =>
        addressesOf(snapshot, one).some((address) => isVersionFour(address) && isOrdinary(address)),
      );
      if (!adapter || profiles.length === 0 || hasGateway(snapshot)) return null;
      if (profiles.some(({ ipv4, ipv6 }) => reaches.has(ipv4) || reaches.has(ipv6))) return null;
      return {
        evidence: [
          ...addressProof(snapshot),
          ...profiles.map(({ name, ipv4 }) => fact('network-profiles', name ?? 'profile', ipv4)),
        ],
        values: { adapter: adapter.description ?? '' },
      };
    },
  },
  {
    ...about,
    id: 'only-new-addresses',
    link: 'address',
    certainty: 'possible',
    when: (snapshot) => {
      const addresses = configured(snapshot).flatMap((adapter) => adapter.addresses);
      const ordinary = addresses.filter(isOrdinary);
      if (ordinary.length === 0 || ordinary.some(isVersionFour) || !hasGateway(snapshot))
        return null;
      return { evidence: addressProof(snapshot) };
    },
  },
  {
    // A page to accept terms, or a company that blocks Windows' own test, look the same.
    ...about,
    id: 'network-without-internet',
    link: 'internet',
    owner: 'user',
    source: deviceSources.profiles,
    when: (snapshot) => {
      const profiles = valueOf(snapshot, 'network-profiles')?.profiles ?? [];
      if (profiles.length === 0) return null;
      if (profiles.some(({ ipv4, ipv6 }) => reaches.has(ipv4) || reaches.has(ipv6))) return null;
      return {
        evidence: profiles.map(({ name, ipv4 }) =>
          fact('network-profiles', name ?? 'profile', ipv4),
        ),
        values: { network: profiles[0]?.name ?? '' },
      };
    },
  },
  {
    ...about,
    id: 'company-network-not-recognised',
    link: 'domain-controller',
    source: deviceSources.profiles,
    when: (snapshot) => {
      const profiles = valueOf(snapshot, 'network-profiles');
      const controller = valueOf(snapshot, 'domain-controller')?.found;
      const adapter = companyAdapter(snapshot);
      if (!profiles || !controller || !adapter || !isMember(snapshot)) return null;
      if (profiles.domainVerified !== 'no' || profiles.profiles.length === 0) return null;
      return {
        evidence: [
          ...profiles.profiles.map(({ name, category }) =>
            fact('network-profiles', name ?? 'profile', category),
          ),
          ...companyProof(adapter),
          fact('domain-controller', 'host', controller.host),
        ],
        values: { network: profiles.profiles[0]?.name ?? '' },
      };
    },
  },
];
