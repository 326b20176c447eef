import type { Fixture } from '../fixture';
import { binary, capture, dword, json, noKey, ran, registry, text } from '../support';

export const settings = 'Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings';
export const policies = 'Software\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings';
const tcpip = 'SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters';
const nrpt = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\DNSClient';

/** A blob as Windows keeps it: size, counter, flags in the ninth byte, then texts. */
export const connectionBlob = (flags: number) => {
  const bytes = Buffer.alloc(56);
  bytes.writeUInt32LE(0x46, 0);
  bytes.writeUInt32LE(7, 4);
  bytes.writeUInt32LE(flags, 8);
  return bytes;
};

const phoneBook = (name: string, server: string) =>
  `[${name}]\r\nEncoding=1\r\nPBVersion=8\r\nType=2\r\nVpnStrategy=14\r\n\r\nNETCOMPONENTS=\r\nms_msclient=1\r\n\r\n` +
  `MEDIA=rastapi\r\nPort=VPN2-0\r\nDevice=WAN Miniport (IKEv2)\r\n\r\nDEVICE=vpn\r\nPhoneNumber=${server}\r\nAreaCode=\r\n`;

const dnscache = 'SYSTEM\\CurrentControlSet\\Services\\Dnscache';

export const fixtures: readonly Fixture[] = [
  {
    id: 'adapters',
    origin: 'documented-shape',
    given: {
      'cim-network-adapters': json([
        {
          Name: 'WLAN',
          InterfaceDescription: 'Intel(R) Wi-Fi 6E AX211 160MHz',
          InterfaceType: 71,
          MediaConnectState: 1,
          Virtual: false,
          HardwareInterface: true,
        },
        {
          Name: 'Ethernet 3',
          InterfaceDescription: 'PANGP Virtual Ethernet Adapter Secure',
          InterfaceType: 6,
          MediaConnectState: 2,
          Virtual: true,
          HardwareInterface: false,
        },
        { Name: 'LAN-Verbindung', DriverDescription: 'Some Adapter' },
      ]),
    },
  },
  {
    id: 'network-profiles',
    origin: 'documented-shape',
    given: {
      'cim-network-profiles': json([
        {
          Name: 'contoso.test',
          InterfaceAlias: 'Ethernet',
          NetworkCategory: 2,
          IPv4Connectivity: 4,
          IPv6Connectivity: 1,
        },
      ]),
    },
  },
  {
    id: 'ip-configurations',
    origin: 'documented-shape',
    given: {
      'cim-ip-configurations': json([
        {
          Description: 'Intel(R) 82574L Gigabit Network Connection',
          IPAddress: ['10.100.12.13', 'fe80::1'],
          DefaultIPGateway: '10.100.12.254',
          DNSServerSearchOrder: ['10.100.12.11', '10.100.12.12'],
          DNSDomain: 'contoso.test',
          DHCPEnabled: false,
        },
      ]),
    },
  },
  {
    id: 'vpn-connections',
    origin: 'documented-shape',
    given: {
      'file-vpn-user': ran(phoneBook('Büro Köln', 'vpn.contoso.test'), null),
      'file-vpn-machine': ran(phoneBook('Always On', 'aovpn.contoso.test'), null),
    },
  },
  {
    id: 'dns-client',
    origin: 'documented-shape',
    given: {
      'registry-tcpip-parameters': ran(
        registry('HKLM', {
          [tcpip]: {
            Hostname: text('PC01'),
            'NV Hostname': text('PC01'),
            Domain: text('contoso.test'),
            SearchList: text('contoso.test,corp.contoso.test'),
            NameServer: text(''),
          },
        }),
      ),
      'registry-dns-policy': ran(
        registry('HKLM', {
          [nrpt]: { DoHPolicy: dword(1) },
          [`${nrpt}\\DnsPolicyConfig\\{0001}`]: {
            Name: ['REG_MULTI_SZ', '.contoso.test\\0.fabrikam.test\\0'],
            GenericDNSServers: text('10.0.0.1;10.0.0.2'),
          },
        }),
      ),
      'registry-dns-rules': noKey,
      'registry-dns-over-https': ran(
        registry('HKLM', {
          [`${dnscache}\\InterfaceSpecificParameters\\{0001}\\DohInterfaceSettings\\Doh\\9.9.9.9`]:
            {
              DohFlags: ['REG_QWORD', '0x1'],
            },
          [`${dnscache}\\InterfaceSpecificParameters\\{0001}\\DohInterfaceSettings\\Doh\\10.0.0.53`]:
            {
              DohFlags: ['REG_QWORD', '0x6'],
              DohTemplate: text('https://dns.example.test/dns-query{?dns}'),
            },
          [`${dnscache}\\InterfaceSpecificParameters\\{0001}\\DohInterfaceSettings\\Doh\\10.0.0.54`]:
            {
              DohFlags: ['REG_QWORD', '0x0'],
            },
          [`${dnscache}\\InterfaceSpecificParameters\\{0002}\\DohInterfaceSettings\\Doh6\\2620:fe::fe`]:
            {
              DohFlags: ['REG_QWORD', '0x1'],
            },
        }),
      ),
      'registry-dns-known-servers': ran(
        registry('HKLM', {
          [`${dnscache}\\Parameters\\DohWellKnownServers\\9.9.9.9`]: {
            Template: text('https://dns.quad9.net/dns-query'),
          },
        }),
      ),
    },
  },
  {
    id: 'proxy-settings',
    origin: 'capture',
    given: {
      'registry-proxy-user': ran(
        registry('HKCU', {
          [settings]: {
            ProxyEnable: dword(0),
            AutoConfigURL: text('http://wpad.contoso.test/proxy.pac'),
          },
        }),
      ),
      'registry-proxy-user-connections': ran(
        registry('HKCU', {
          [`${settings}\\Connections`]: { DefaultConnectionSettings: binary(connectionBlob(13)) },
        }),
      ),
      'registry-proxy-machine': noKey,
      'registry-proxy-machine-policy': noKey,
      'registry-proxy-user-policy': noKey,
      'registry-proxy-services': ran(capture('reg-winhttpsettings-direct.txt')),
      'netsh-winhttp-proxy': ran(capture('netsh-winhttp-fr-direct.txt')),
      'registry-proxy-system': ran(
        registry('HKU', { [`S-1-5-18\\${settings}`]: { ProxyEnable: dword(0) } }),
      ),
      'registry-proxy-system-connections': noKey,
      'registry-machine-variables': ran(
        registry('HKLM', {
          'SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment': {
            Path: ['REG_EXPAND_SZ', '%SystemRoot%\\system32'],
            HTTP_PROXY: text('http://machine.contoso.test:8080'),
            NO_PROXY: text('localhost'),
          },
        }),
      ),
      'registry-user-variables': ran(
        registry('HKCU', {
          Environment: { https_proxy: text('http://jane:s3cret@own.contoso.test:3128') },
        }),
      ),
    },
  },
  {
    id: 'name-cache',
    origin: 'documented-shape',
    given: { 'cim-name-cache': json([{ TimeToLive: 31 }, { TimeToLive: 3600 }]) },
  },
  {
    id: 'known-networks',
    origin: 'documented-shape',
    given: {
      'registry-network-list': ran(
        registry('HKLM', {
          'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\NetworkList\\Profiles': {},
          'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\NetworkList\\Profiles\\{1}': {
            ProfileName: text('Home'),
            NameType: dword(71),
          },
        }),
      ),
    },
  },
];
