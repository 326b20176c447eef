import type { DnsClient } from '../../core/facts/network';
import type { Probe } from '../probe';
import { map, valueOr } from '../text/reading';
import { registryOf, registryReads, registrySource, shallow } from '../text/registry';
import type { RegistryTree } from '../text/registry';

const stack = shallow(
  registrySource(
    'registry-tcpip-parameters',
    'HKLM',
    'SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters',
  ),
);
const policy = registrySource(
  'registry-dns-policy',
  'HKLM',
  'SOFTWARE\\Policies\\Microsoft\\Windows NT\\DNSClient',
);
const localRules = registrySource(
  'registry-dns-rules',
  'HKLM',
  'SYSTEM\\CurrentControlSet\\Services\\Dnscache\\Parameters\\DnsPolicyConfig',
);
const cache = 'SYSTEM\\CurrentControlSet\\Services\\Dnscache';
const adapters = registrySource(
  'registry-dns-over-https',
  'HKLM',
  `${cache}\\InterfaceSpecificParameters`,
);
const knownServers = registrySource(
  'registry-dns-known-servers',
  'HKLM',
  `${cache}\\Parameters\\DohWellKnownServers`,
);

type Rules = NonNullable<DnsClient['rules']>;

const listIn = (text: string | null): string[] =>
  (text ?? '').split(/[\s,;]+/).filter((part) => part !== '');

const rulesIn = (tree: RegistryTree, path: string, origin: Rules[number]['origin']): Rules =>
  tree.children(path).map((rule) => {
    const at = path === '' ? rule : `${path}\\${rule}`;
    return {
      names: tree.strings(at, 'Name'),
      servers: [
        ...listIn(tree.string(at, 'GenericDNSServers')),
        ...listIn(tree.string(at, 'DirectAccessDNSServers')),
      ],
      origin,
    };
  });

/** Flags of one server at one adapter: 1 takes the address from the list of Windows, 2 its own. */
const overHttpsFlags = 1 | 2;
const plainTooFlag = 4;

const overHttpsIn = (
  tree: RegistryTree,
  known: RegistryTree | null,
): NonNullable<DnsClient['overHttps']> => {
  const found = tree
    .children('')
    .flatMap((adapter) =>
      ['Doh', 'Doh6'].map((family) => `${adapter}\\DohInterfaceSettings\\${family}`),
    )
    .flatMap((family) =>
      tree.children(family).flatMap((server) => {
        const at = `${family}\\${server}`;
        const flags = tree.number(at, 'DohFlags') ?? 0;
        if ((flags & overHttpsFlags) === 0) return [];
        const template =
          tree.string(at, 'DohTemplate') ?? known?.string(server, 'Template') ?? null;
        return [{ server, template, plainToo: (flags & plainTooFlag) !== 0 }];
      }),
    );
  // Two adapters may ask the same server.
  return [...new Map(found.map((one) => [one.server, one])).values()];
};

const forbidden = 1;

export const dnsClientProbe: Probe<'dns-client'> = {
  id: 'dns-client',
  on: ['win32'],
  reads: registryReads(stack, policy, localRules, adapters, knownServers),
  parse: (raws) => {
    const byPolicy = valueOr(
      map(registryOf(raws, policy), (tree) => ({
        rules: rulesIn(tree, 'DnsPolicyConfig', 'policy'),
        encryptedDns: tree.number('', 'DoHPolicy'),
        searchList: listIn(tree.string('', 'SearchList')),
      })),
      null,
    );
    const local = valueOr(
      map(registryOf(raws, localRules), (tree) => rulesIn(tree, '', 'local')),
      null,
    );
    const known = valueOr(registryOf(raws, knownServers), null);
    const overHttps = valueOr(
      map(registryOf(raws, adapters), (tree) => overHttpsIn(tree, known)),
      null,
    );
    const searchList = byPolicy?.searchList ?? [];
    return map(registryOf(raws, stack), (tree) => ({
      hostName: tree.string('', 'Hostname') ?? tree.string('', 'NV Hostname'),
      domain: tree.string('', 'Domain') ?? tree.string('', 'NV Domain'),
      searchList: searchList.length > 0 ? searchList : listIn(tree.string('', 'SearchList')),
      staticServers: listIn(tree.string('', 'NameServer')),
      encryptedDns: byPolicy?.encryptedDns ?? null,
      // A policy that could not be read may forbid it.
      overHttps: byPolicy?.encryptedDns === forbidden ? [] : byPolicy && overHttps,
      rules: byPolicy === null || local === null ? null : [...byPolicy.rules, ...local],
    }));
  },
};
