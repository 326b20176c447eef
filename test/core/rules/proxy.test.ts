import { expect, it } from 'vitest';
import type { Facts } from '../../../main/core/facts/index';
import { proxyRules } from '../../../main/core/rules/proxy';
import { cloudLaptop, hybridAtHome, hybridAtWork, without } from './make-device';
import { adapter, address, dns, proxies, services, tunnel } from './make-readings';
import { proveFamily } from './prove';

const user = (servers: string) => proxies({ user: { enabled: 'yes', servers } });
const script = (pacUrl: string) => proxies({ user: { pacUrl } });
const unreached = { DeviceAuthStatus: 'FAILED. Error: 0x80072ee2' };
const withSettings = (settings: ReturnType<typeof proxies>) =>
  cloudLaptop({ facts: { 'proxy-settings': settings } });
const pac = 'http://wpad.corp.fabrikam.com/wpad.dat';
const border = '+----------------------------------------------------------------------+';
const pacRow = (code: string) => ({
  'Diagnostic Data': [
    '',
    border,
    `| ${'URL Specific Proxy Config'.padEnd(69)}|`,
    border,
    '',
    `    Auto Detect PAC Status : FAIL [${code}]`,
  ].join('\n'),
});

const insideBy = (membership: Facts['domain-membership'], domain: string | null) =>
  hybridAtHome({
    facts: {
      'proxy-settings': user('proxy.corp:8080'),
      'ip-configurations': { adapters: [address({ suffix: 'corp.fabrikam.com' })] },
      'domain-membership': membership,
      'dns-client': dns({ domain }),
    },
  });

proveFamily(
  proxyRules,
  [
    [
      'proxy-only-for-user',
      withSettings(user('proxy.fabrikam.com:8080')),
      { severity: 'notice', values: { proxy: 'proxy.fabrikam.com:8080' } },
    ],
    [
      'proxy-only-for-user',
      cloudLaptop({ rows: unreached, facts: { 'proxy-settings': script(pac) } }),
      { severity: 'attention', owner: 'network' },
    ],
    [
      'proxy-only-for-services',
      withSettings(proxies({ services: { access: 'proxy', servers: 'old:3128' } })),
      { severity: 'notice' },
    ],
    [
      'proxies-differ',
      withSettings(
        proxies({
          user: { enabled: 'yes', servers: 'new.fabrikam.com:8080' },
          services: { access: 'proxy', servers: 'old.fabrikam.com:3128' },
        }),
      ),
      { severity: 'notice' },
    ],
    [
      'proxy-holds-password',
      withSettings(
        proxies({ services: { access: 'proxy', servers: 'anna:secret@proxy.fabrikam.com:8080' } }),
      ),
      { severity: 'attention' },
    ],
    [
      'proxy-script-is-file',
      withSettings(script('file://C:/proxy.pac')),
      { certainty: 'possible', severity: 'notice' },
    ],
    [
      'proxy-script-unreachable',
      cloudLaptop({ facts: { 'proxy-settings': script(pac) }, extra: pacRow('0x80072ee7') }),
      { severity: 'attention', codes: ['0x80072ee7'] },
    ],
    [
      'company-proxy-away',
      hybridAtHome({ facts: { 'proxy-settings': user('proxy.corp:8080') } }),
      { severity: 'notice', certainty: 'possible', owner: 'user' },
    ],
    [
      'company-proxy-away',
      hybridAtHome({ rows: unreached, facts: { 'proxy-settings': user('10.10.0.80:8080') } }),
      { severity: 'attention', certainty: 'likely' },
    ],
    [
      'proxy-on-this-pc',
      cloudLaptop({ rows: unreached, facts: { 'proxy-settings': user('http=127.0.0.1:8888') } }),
      { severity: 'attention', certainty: 'possible' },
    ],
    [
      'proxy-set-by-policy',
      withSettings(
        proxies({
          user: { enabled: 'yes', servers: 'mine:8080' },
          policy: { enabled: 'yes', servers: 'proxy.fabrikam.com:8080' },
        }),
      ),
      { severity: 'notice', certainty: 'proved' },
    ],
    [
      'automatic-proxy-service-disabled',
      cloudLaptop({
        facts: {
          'proxy-settings': script(pac),
          'sign-in-services': services({
            name: 'WinHttpAutoProxySvc',
            running: false,
            startMode: 'disabled',
          }),
        },
      }),
      { severity: 'attention' },
    ],
  ],
  [
    [
      'proxy-only-for-user',
      'the address is kept, and switched off',
      withSettings(proxies({ user: { enabled: 'no', servers: 'proxy.fabrikam.com:8080' } })),
    ],
    [
      'proxy-only-for-user',
      'what services use is not known',
      withSettings(
        proxies({
          user: { enabled: 'yes', servers: 'proxy:8080' },
          services: { access: 'unknown', witness: 'none' },
        }),
      ),
    ],
    [
      'proxies-differ',
      'they name the same host in two ways',
      withSettings(
        proxies({
          user: { enabled: 'yes', servers: 'http=proxy:8080;https=proxy:8080' },
          services: { access: 'proxy', servers: 'http://proxy:8080' },
        }),
      ),
    ],
    [
      'proxy-script-unreachable',
      'no script was found where none is meant to be',
      cloudLaptop({ extra: pacRow('0x80072ee7') }),
    ],
    [
      'proxy-script-unreachable',
      '"no script found" is what every network without a proxy says',
      cloudLaptop({ facts: { 'proxy-settings': script(pac) }, extra: pacRow('0x80072f94') }),
    ],
    [
      'company-proxy-away',
      'the PC is in the company',
      hybridAtWork({ facts: { 'proxy-settings': user('proxy.corp:8080') } }),
    ],
    [
      'company-proxy-away',
      'the network hands out the company’s name, even though Windows has not verified it',
      hybridAtHome({
        facts: {
          'proxy-settings': user('proxy.corp:8080'),
          'ip-configurations': { adapters: [address({ suffix: 'berlin.corp.fabrikam.com' })] },
        },
      }),
    ],
    [
      'company-proxy-away',
      'the proxy can be reached from anywhere',
      hybridAtHome({ facts: { 'proxy-settings': user('gateway.zscaler.net:80') } }),
    ],
    [
      'proxy-only-for-services',
      'the person finds a proxy by itself',
      withSettings(
        proxies({
          user: { autoDetect: 'yes' },
          services: { access: 'proxy', servers: 'proxy:3128' },
        }),
      ),
    ],
    [
      'proxy-only-for-services',
      'whether the person has one is unknown',
      withSettings(
        proxies({
          user: { enabled: 'unknown' },
          services: { access: 'proxy', servers: 'proxy:3128' },
        }),
      ),
    ],
    [
      'proxy-only-for-services',
      'the person has one too',
      withSettings(
        proxies({
          user: { enabled: 'no', pacUrl: pac },
          services: { access: 'proxy', servers: 'proxy:3128' },
        }),
      ),
    ],
    ['proxy-only-for-services', 'nobody has one', cloudLaptop()],
    ['proxy-only-for-user', 'nobody has one', cloudLaptop()],
    ['proxies-differ', 'services have none', withSettings(user('proxy:8080'))],
    [
      'proxies-differ',
      'the person’s is switched off',
      withSettings(
        proxies({
          user: { enabled: 'no', servers: 'new:8080' },
          services: { access: 'proxy', servers: 'old:3128' },
        }),
      ),
    ],
    ['proxy-holds-password', 'there is none in it', withSettings(user('proxy:8080'))],
    ['proxy-script-is-file', 'it is on a server', withSettings(script(pac))],
    [
      'company-proxy-away',
      'no network was told of',
      hybridAtHome({
        facts: {
          'proxy-settings': user('proxy.corp:8080'),
          'network-profiles': { profiles: [], domainVerified: 'no' },
        },
      }),
    ],
    [
      'company-proxy-away',
      'it is switched off',
      hybridAtHome({
        facts: { 'proxy-settings': proxies({ user: { enabled: 'no', servers: 'proxy.corp:80' } }) },
      }),
    ],
    [
      'company-proxy-away',
      'the VPN leads to it',
      hybridAtHome({
        facts: {
          'proxy-settings': user('proxy.corp:8080'),
          adapters: { adapters: [adapter(), tunnel({ connected: 'yes' })] },
          'ip-configurations': {
            adapters: [
              address(),
              address({ description: 'PANGP Virtual Ethernet Adapter', addresses: ['10.99.0.7'] }),
            ],
          },
        },
      }),
    ],
    ['proxy-on-this-pc', 'it is elsewhere', withSettings(user('proxy:8080'))],
    [
      'proxy-on-this-pc',
      'it is switched off',
      withSettings(proxies({ user: { enabled: 'no', servers: '127.0.0.1:8888' } })),
    ],
    [
      'proxy-set-by-policy',
      'both say the same',
      withSettings(
        proxies({
          user: { enabled: 'yes', servers: 'proxy:8080' },
          policy: { enabled: 'yes', servers: 'proxy:8080' },
        }),
      ),
    ],
    ['proxy-set-by-policy', 'no policy says anything', withSettings(user('proxy:8080'))],
    [
      'automatic-proxy-service-disabled',
      'no script is to be used',
      cloudLaptop({
        facts: {
          'sign-in-services': services({
            name: 'WinHttpAutoProxySvc',
            running: false,
            startMode: 'disabled',
          }),
        },
      }),
    ],
    ['automatic-proxy-service-disabled', 'it may start', withSettings(script(pac))],
    [
      'company-proxy-away',
      'the domain’s name is known from one place, which was not read',
      without(
        insideBy({ joined: 'yes', domain: 'corp.fabrikam.com', workgroup: null }, null),
        'domain-membership',
      ),
    ],
    [
      'company-proxy-away',
      'the domain’s name is known from another place, which was not read',
      without(
        insideBy({ joined: 'yes', domain: 'FABRIKAM', workgroup: null }, 'corp.fabrikam.com'),
        'dns-client',
      ),
    ],
    [
      'company-proxy-away',
      'Windows verified the network, whatever it calls itself',
      hybridAtWork({
        facts: {
          'proxy-settings': user('proxy.corp:8080'),
          'ip-configurations': { adapters: [address()] },
        },
      }),
    ],
  ],
);

it('never shows a password that stands in a proxy address', () => {
  const secret = 'anna:secret@proxy.fabrikam.com:8080';
  const device = withSettings(
    proxies({
      user: { enabled: 'yes', servers: secret },
      services: { access: 'proxy', servers: 'http://bob:hidden@other.fabrikam.com:80' },
    }),
  );
  const hits = proxyRules.flatMap((rule) => rule.when(device) ?? []);
  expect(hits.length).toBeGreaterThan(1);
  expect(JSON.stringify(hits)).not.toMatch(/secret|hidden|anna/);
});
