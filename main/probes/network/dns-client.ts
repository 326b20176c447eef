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

export const dnsClientProbe: Probe<'dns-client'> = {
  id: 'dns-client',
  on: ['win32'],
  reads: registryReads(stack, policy, localRules),
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
    const searchList = byPolicy?.searchList ?? [];
    return map(registryOf(raws, stack), (tree) => ({
      hostName: tree.string('', 'Hostname') ?? tree.string('', 'NV Hostname'),
      domain: tree.string('', 'Domain') ?? tree.string('', 'NV Domain'),
      searchList: searchList.length > 0 ? searchList : listIn(tree.string('', 'SearchList')),
      staticServers: listIn(tree.string('', 'NameServer')),
      encryptedDns: byPolicy?.encryptedDns ?? null,
      rules: byPolicy === null || local === null ? null : [...byPolicy.rules, ...local],
    }));
  },
};
