import type { Fixture } from '../fixture';
import { capture, dword, eventLog, json, noKey, ran, registry, text } from '../support';

const helloGroup = 'SOFTWARE\\Policies\\Microsoft\\PassportForWork';

export const fixtures: readonly Fixture[] = [
  {
    id: 'domain-membership',
    origin: 'documented-shape',
    given: {
      'cim-domain-membership': json([
        { PartOfDomain: true, Domain: 'contoso.test', Workgroup: null },
      ]),
    },
  },
  {
    id: 'domain-controller',
    origin: 'capture',
    given: { 'nltest-dsgetdc': ran(capture('nltest-dsgetdc-fr-ok.txt')) },
  },
  {
    id: 'directory-site',
    origin: 'capture',
    given: { 'nltest-dsgetsite': ran(capture('nltest-dsgetsite-en-ok.txt')) },
  },
  {
    id: 'secure-channel',
    origin: 'capture',
    given: { 'nltest-query': ran(capture('nltest-scverify-en-ok.txt')) },
  },
  {
    id: 'cloud-kerberos-settings',
    origin: 'documented-shape',
    given: {
      'registry-system-policies': ran(
        registry('HKLM', {
          'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System': {
            EnableLUA: dword(1),
          },
          'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System\\Kerberos\\Parameters': {
            CloudKerberosTicketRetrievalEnabled: dword(1),
          },
          'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System\\Kerberos\\KdcProxy\\ProxyServers':
            { 'KERBEROS.MICROSOFTONLINE.COM': text('<https login.microsoftonline.com:443:x />') },
        }),
      ),
      'registry-lsa-kerberos': ran(
        registry('HKLM', {
          'SYSTEM\\CurrentControlSet\\Control\\Lsa\\Kerberos\\Parameters': {},
        }),
      ),
      'registry-hello-mdm': noKey,
      'registry-hello-group-policy': ran(
        registry('HKLM', { [helloGroup]: { UseCloudTrustForOnPremAuth: dword(1) } }),
      ),
      'registry-hello-group-policy-user': noKey,
      'registry-policy-conflict': noKey,
    },
  },
  {
    id: 'stored-credentials',
    origin: 'capture',
    given: { 'cmdkey-list': ran(capture('cmdkey-list-en.txt')) },
  },
  {
    id: 'mapped-drives',
    origin: 'documented-shape',
    given: {
      'registry-mapped-drives': ran(
        registry('HKCU', {
          Network: {},
          'Network\\h': {
            RemotePath: text('\\\\fs01.contoso.com\\home\\Jürgen Groß'),
            UserName: dword(0),
            ProviderName: text('Microsoft Windows Network'),
            DeferFlags: dword(4),
          },
          'Network\\p': {
            RemotePath: text('\\\\fs01\\projects'),
            UserName: text('CONTOSO\\alice'),
          },
        }),
      ),
      'cim-mapped-drives': json([
        { LocalPath: 'H:', RemotePath: '\\\\fs01.contoso.com\\home\\Jürgen Groß', Status: 0 },
        { LocalPath: null, RemotePath: '\\\\fs02\\share', Status: 6 },
      ]),
    },
  },
  {
    id: 'printers',
    origin: 'documented-shape',
    given: {
      'registry-printer-connections': ran(
        registry('HKCU', {
          'Printers\\Connections': {},
          'Printers\\Connections\\,,print01,Empfang': {},
        }),
      ),
      'cim-printers': json([
        {
          Name: '\\\\print01\\Empfang',
          PortName: 'nul:',
          DriverName: 'Generic',
          Network: true,
          ServerName: '\\\\print01',
          Default: true,
          WorkOffline: false,
        },
      ]),
    },
  },
  {
    id: 'group-policy-runs',
    origin: 'documented-shape',
    given: {
      'events-group-policy': eventLog(
        { id: 1502, provider: 'Microsoft-Windows-GroupPolicy', level: 4 },
        { id: 1129, provider: 'Microsoft-Windows-GroupPolicy' },
      ),
    },
  },
];
