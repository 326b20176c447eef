import { describe, expect, it } from 'vitest';
import { failed, unavailable } from '../../../main/core/reading';
import { adaptersProbe } from '../../../main/probes/network/adapters';
import { dnsClientProbe } from '../../../main/probes/network/dns-client';
import { ipConfigurationsProbe } from '../../../main/probes/network/ip-configurations';
import { networkProfilesProbe } from '../../../main/probes/network/network-profiles';
import { vpnConnectionsProbe } from '../../../main/probes/network/vpn-connections';
import { encode, facts, json, noKey, parse, ran, registry, text } from '../support';
import { fixtures } from './fixtures';

const given = (id: string) => fixtures.find((fixture) => fixture.id === id)?.given ?? {};

describe('adapters', () => {
  it('reads numbers, and the product behind a description', () => {
    expect(facts(adaptersProbe, given('adapters')).adapters).toEqual([
      {
        name: 'WLAN',
        description: 'Intel(R) Wi-Fi 6E AX211 160MHz',
        type: 71,
        connected: 'yes',
        virtual: false,
        hardware: true,
        vpn: null,
      },
      {
        name: 'Ethernet 3',
        description: 'PANGP Virtual Ethernet Adapter Secure',
        type: 6,
        connected: 'no',
        virtual: true,
        hardware: false,
        vpn: 'GlobalProtect',
      },
      {
        name: 'LAN-Verbindung',
        description: 'Some Adapter',
        type: null,
        connected: 'unknown',
        virtual: null,
        hardware: null,
        vpn: null,
      },
    ]);
  });
});

describe('network profiles', () => {
  const read = (rows: unknown) =>
    facts(networkProfilesProbe, { 'cim-network-profiles': json(rows) });

  it('knows that Windows itself verified a domain controller', () => {
    expect(facts(networkProfilesProbe, given('network-profiles'))).toEqual({
      profiles: [
        {
          name: 'contoso.test',
          interface: 'Ethernet',
          category: 'domain-authenticated',
          ipv4: 'internet',
          ipv6: 'no-traffic',
        },
      ],
      domainVerified: 'yes',
    });
  });

  it('says no only when every category is known', () => {
    expect(read([{ NetworkCategory: 0 }, { NetworkCategory: 1 }]).domainVerified).toBe('no');
    expect(read([{ NetworkCategory: 0 }, {}]).domainVerified).toBe('unknown');
    expect(read([{ NetworkCategory: 7 }]).profiles[0]?.category).toBe('unknown');
    expect(read([]).domainVerified).toBe('no');
  });
});

describe('addresses', () => {
  it('reads lists, also where a list of one came as one', () => {
    expect(facts(ipConfigurationsProbe, given('ip-configurations')).adapters).toEqual([
      {
        description: 'Intel(R) 82574L Gigabit Network Connection',
        addresses: ['10.100.12.13', 'fe80::1'],
        gateways: ['10.100.12.254'],
        nameServers: ['10.100.12.11', '10.100.12.12'],
        suffix: 'contoso.test',
        dhcp: false,
        leaseObtained: null,
      },
    ]);
  });
});

describe('VPN connections', () => {
  const base = given('vpn-connections');

  it('reads both phone books', () => {
    expect(facts(vpnConnectionsProbe, base).connections).toEqual([
      { name: 'Büro Köln', server: 'vpn.contoso.test', scope: 'user' },
      { name: 'Always On', server: 'aovpn.contoso.test', scope: 'machine' },
    ]);
  });

  it('knows that there is none when there is no book', () => {
    const none = {
      'file-vpn-user': unavailable('absent'),
      'file-vpn-machine': unavailable('absent'),
    };
    expect(facts(vpnConnectionsProbe, none).connections).toEqual([]);
  });

  it.each([unavailable('denied'), failed('too-large')])('passes on %j', (gap) => {
    expect(parse(vpnConnectionsProbe, { ...base, 'file-vpn-machine': gap })).toEqual(gap);
  });

  it('reads a book in UTF-16', () => {
    const wide = ran(encode('[Zürich]\r\nPhoneNumber=a.test\r\n', 'utf-16le'), null);
    expect(facts(vpnConnectionsProbe, { ...base, 'file-vpn-user': wide }).connections[0]).toEqual({
      name: 'Zürich',
      server: 'a.test',
      scope: 'user',
    });
  });
});

describe('name service settings', () => {
  const base = given('dns-client');

  it('reads names, policy and rules', () => {
    expect(facts(dnsClientProbe, base)).toEqual({
      hostName: 'PC01',
      domain: 'contoso.test',
      searchList: ['contoso.test', 'corp.contoso.test'],
      staticServers: [],
      encryptedDns: 1,
      overHttps: [],
      rules: [
        {
          names: ['.contoso.test', '.fabrikam.test'],
          servers: ['10.0.0.1', '10.0.0.2'],
          origin: 'policy',
        },
      ],
    });
  });

  it('reads rules a VPN client set, and a list set by policy', () => {
    const local = 'SYSTEM\\CurrentControlSet\\Services\\Dnscache\\Parameters\\DnsPolicyConfig';
    const changed = {
      ...base,
      'registry-dns-policy': ran(
        registry('HKLM', {
          'SOFTWARE\\Policies\\Microsoft\\Windows NT\\DNSClient': {
            SearchList: text('a.test, b.test'),
          },
        }),
      ),
      'registry-dns-rules': ran(
        registry('HKLM', { [`${local}\\{1}`]: { Name: ['REG_MULTI_SZ', '.vpn.test'] } }),
      ),
    };
    expect(facts(dnsClientProbe, changed)).toMatchObject({
      searchList: ['a.test', 'b.test'],
      encryptedDns: null,
      rules: [{ names: ['.vpn.test'], servers: [], origin: 'local' }],
    });
  });

  it.each(['registry-dns-policy', 'registry-dns-rules'])(
    'does not say "no rules" when %s cannot be read',
    (key) => {
      const closed = { ...base, [key]: unavailable('denied') };
      expect(facts(dnsClientProbe, closed)).toMatchObject({ hostName: 'PC01', rules: null });
    },
  );

  it('knows which name servers are asked over HTTPS, unless a policy forbids it', () => {
    const allowed = { ...base, 'registry-dns-policy': noKey };
    expect(facts(dnsClientProbe, allowed).overHttps).toEqual([
      { server: '9.9.9.9', template: 'https://dns.quad9.net/dns-query', plainToo: false },
      {
        server: '10.0.0.53',
        template: 'https://dns.example.test/dns-query{?dns}',
        plainToo: true,
      },
      { server: '2620:fe::fe', template: null, plainToo: false },
    ]);
    const unlisted = { ...allowed, 'registry-dns-known-servers': unavailable('denied') };
    expect(facts(dnsClientProbe, unlisted).overHttps?.[0]?.template).toBeNull();
    expect(
      facts(dnsClientProbe, { ...allowed, 'registry-dns-over-https': noKey }).overHttps,
    ).toEqual([]);
  });

  it('does not say "none over HTTPS" when that cannot be read', () => {
    const closed = {
      ...base,
      'registry-dns-policy': noKey,
      'registry-dns-over-https': unavailable('denied'),
    };
    expect(facts(dnsClientProbe, closed)).toMatchObject({ hostName: 'PC01', overHttps: null });
  });

  it('keeps the rest when there are no policies', () => {
    expect(facts(dnsClientProbe, { ...base, 'registry-dns-policy': noKey })).toMatchObject({
      hostName: 'PC01',
      rules: [],
      encryptedDns: null,
    });
  });
});
