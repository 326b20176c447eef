import type { IpConfiguration } from '../facts/network';
import type { Rule } from '../finding';
import { valueOf, type Snapshot } from '../snapshot';
import { deviceSources } from './device-sources';
import { missedController, missProof } from './domain-controller';
import { fact } from './evidence';
import { isMember, memberProof } from './expected';
import { companyAdapter, companyProof, vpnUp } from './places';

const about = {
  link: 'name-service',
  severity: 'notice',
  certainty: 'likely',
  owner: 'network',
  guide: null,
  source: deviceSources.locator,
  explains: [],
} as const;

/** Open name services that know nothing of a company's own names. */
const open = new Set([
  '1.1.1.1',
  '1.0.0.1',
  '8.8.8.8',
  '8.8.4.4',
  '9.9.9.9',
  '149.112.112.112',
  '208.67.222.222',
  '208.67.220.220',
  '94.140.14.14',
  '94.140.15.15',
]);

/** Adapters that lead somewhere. */
const leading = (snapshot: Snapshot): IpConfiguration[] =>
  (valueOf(snapshot, 'ip-configurations')?.adapters ?? []).filter(
    ({ gateways, addresses }) => gateways.length > 0 && addresses.length > 0,
  );

const askedOf = (snapshot: Snapshot): string[] => {
  const fixed = valueOf(snapshot, 'dns-client')?.staticServers ?? [];
  const given = leading(snapshot).flatMap(({ nameServers }) => nameServers);
  return [...new Set(fixed.length > 0 ? fixed : given)];
};

const onlyOpen = (snapshot: Snapshot): string[] | null => {
  // Both places must be known: what is set by hand wins over what the network gives.
  if (!valueOf(snapshot, 'dns-client') || !valueOf(snapshot, 'ip-configurations')) return null;
  const asked = askedOf(snapshot);
  return asked.length > 0 && asked.every((server) => open.has(server)) ? asked : null;
};

const serverProof = (servers: readonly string[]) =>
  servers.map((server) => fact('ip-configurations', 'nameServer', server));

const required = 3;

const covers = (rule: string, domain: string): boolean => {
  const name = rule.toLowerCase().replace(/^\./, '');
  return name === '' || domain === name || domain.endsWith(`.${name}`);
};

export const nameServiceRules: readonly Rule[] = [
  {
    ...about,
    id: 'no-name-servers',
    severity: 'broken',
    source: deviceSources.adapters,
    when: (snapshot) => {
      const client = valueOf(snapshot, 'dns-client');
      const adapters = leading(snapshot);
      if (client?.rules?.length !== 0 || client.staticServers.length > 0) return null;
      if (adapters.length === 0) return null;
      const all = valueOf(snapshot, 'ip-configurations')?.adapters ?? [];
      if (all.some(({ nameServers }) => nameServers.length > 0)) return null;
      return {
        evidence: [
          ...adapters.map(({ description }) =>
            fact('ip-configurations', description ?? 'adapter', 'no name server'),
          ),
          fact('dns-client', 'staticServers', ''),
        ],
      };
    },
  },
  {
    ...about,
    id: 'open-name-servers-on-company-pc',
    owner: 'user',
    when: (snapshot) => {
      const servers = onlyOpen(snapshot);
      if (!servers || !isMember(snapshot)) return null;
      return {
        evidence: [...serverProof(servers), ...memberProof(snapshot)],
        values: { server: servers[0] ?? '' },
      };
    },
  },
  {
    // In reach of the company's network, and asking somebody else for its names.
    ...about,
    id: 'open-name-servers-hide-domain',
    severity: 'attention',
    explains: [
      'controller-silent-on-company-network',
      'vpn-connected-without-controller',
      'controller-not-in-reach',
      'drives-unreachable',
      'clock-not-synchronised',
      'open-name-servers-on-company-pc',
    ],
    when: (snapshot) => {
      const servers = onlyOpen(snapshot);
      const failure = missedController(snapshot);
      const adapter = companyAdapter(snapshot);
      const tunnel = vpnUp(snapshot);
      if (!servers || !failure || (!adapter && !tunnel)) return null;
      return {
        evidence: [
          ...serverProof(servers),
          ...missProof(failure),
          ...companyProof(adapter),
          ...(tunnel ? [fact('adapters', 'vpn', tunnel.vpn)] : []),
        ],
        values: { server: servers[0] ?? '' },
      };
    },
  },
  {
    ...about,
    id: 'encrypted-names-required',
    owner: 'directory',
    when: (snapshot) => {
      const client = valueOf(snapshot, 'dns-client');
      if (client?.encryptedDns !== required || !isMember(snapshot)) return null;
      return {
        evidence: [fact('dns-client', 'encryptedDns', required), ...memberProof(snapshot)],
      };
    },
  },
  {
    ...about,
    id: 'domain-suffix-missing',
    owner: 'technician',
    when: (snapshot) => {
      const client = valueOf(snapshot, 'dns-client');
      const domain = valueOf(snapshot, 'domain-membership')?.domain;
      if (!client || !domain?.includes('.') || !isMember(snapshot)) return null;
      const known = [client.domain, ...client.searchList].map((name) => name?.toLowerCase());
      if (known.includes(domain.toLowerCase())) return null;
      return {
        evidence: [
          fact('dns-client', 'domain', client.domain),
          fact('dns-client', 'searchList', client.searchList.join(' ')),
          fact('domain-membership', 'domain', domain),
        ],
        values: { domain },
      };
    },
  },
  {
    // Names led into a tunnel that is down lead nowhere.
    ...about,
    id: 'names-led-elsewhere',
    owner: 'user',
    when: (snapshot) => {
      const client = valueOf(snapshot, 'dns-client');
      const failure = missedController(snapshot);
      const domain = valueOf(snapshot, 'domain-membership')?.domain?.toLowerCase();
      const rule = client?.rules?.find(
        ({ names, servers }) =>
          servers.length > 0 &&
          domain !== undefined &&
          names.some((name) => name !== '.' && covers(name, domain)),
      );
      if (!rule || !failure) return null;
      return {
        evidence: [
          fact('dns-client', rule.names.join(' '), rule.servers.join(' ')),
          ...missProof(failure),
          ...memberProof(snapshot),
        ],
        values: { name: rule.names[0] ?? '', server: rule.servers[0] ?? '' },
      };
    },
  },
];
