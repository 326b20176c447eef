import { nameServiceRules } from '../../../main/core/rules/name-service';
import { cloudLaptop, hybridAtHome, hybridAtWork, without } from './make-device';
import { adapter, address, dns, noController, tunnel } from './make-readings';
import { proveFamily } from './prove';

const open = address({ nameServers: ['1.1.1.1', '8.8.8.8'] });
const officeOpen = address({
  addresses: ['10.10.20.33'],
  nameServers: ['8.8.8.8'],
  suffix: 'corp.fabrikam.com',
});

const setByHand = hybridAtHome({
  facts: {
    'dns-client': dns({ domain: 'corp.fabrikam.com', staticServers: ['10.10.0.11'] }),
    'ip-configurations': { adapters: [open] },
  },
});

proveFamily(
  nameServiceRules,
  [
    [
      'no-name-servers',
      cloudLaptop({ facts: { 'ip-configurations': { adapters: [address({ nameServers: [] })] } } }),
      { severity: 'broken', link: 'name-service' },
    ],
    [
      'open-name-servers-on-company-pc',
      hybridAtHome({ facts: { 'ip-configurations': { adapters: [open] } } }),
      { severity: 'notice', owner: 'user' },
    ],
    [
      'open-name-servers-hide-domain',
      hybridAtWork({
        facts: {
          'domain-controller': noController(),
          'ip-configurations': { adapters: [officeOpen] },
        },
      }),
      { severity: 'attention', certainty: 'likely', link: 'name-service' },
    ],
    [
      'open-name-servers-hide-domain',
      hybridAtHome({
        facts: {
          adapters: { adapters: [adapter(), tunnel({ connected: 'yes' })] },
          'ip-configurations': {
            adapters: [
              open,
              address({
                description: 'PANGP Virtual Ethernet Adapter',
                addresses: ['10.99.0.7'],
                gateways: [],
                nameServers: [],
              }),
            ],
          },
        },
      }),
    ],
    [
      'encrypted-names-required',
      hybridAtWork({
        facts: { 'dns-client': dns({ domain: 'corp.fabrikam.com', encryptedDns: 3 }) },
      }),
      { severity: 'notice', owner: 'directory' },
    ],
    [
      'domain-suffix-missing',
      hybridAtWork({ facts: { 'dns-client': dns({ domain: 'other.example' }) } }),
      { severity: 'notice', values: { domain: 'corp.fabrikam.com' } },
    ],
    [
      'names-led-elsewhere',
      hybridAtHome({
        facts: {
          'dns-client': dns({
            domain: 'corp.fabrikam.com',
            rules: [{ names: ['.fabrikam.com'], servers: ['10.10.0.11'], origin: 'policy' }],
          }),
        },
      }),
      { severity: 'notice', owner: 'user' },
    ],
  ],
  [
    [
      'no-name-servers',
      'name servers are set by hand',
      cloudLaptop({
        facts: {
          'dns-client': dns({ staticServers: ['9.9.9.9'] }),
          'ip-configurations': { adapters: [address({ nameServers: [] })] },
        },
      }),
    ],
    [
      'no-name-servers',
      'the rules for names could not all be read',
      cloudLaptop({
        facts: {
          'dns-client': dns({ rules: null }),
          'ip-configurations': { adapters: [address({ nameServers: [] })] },
        },
      }),
    ],
    [
      'open-name-servers-on-company-pc',
      'the PC is in no domain',
      cloudLaptop({ facts: { 'ip-configurations': { adapters: [open] } } }),
    ],
    [
      'open-name-servers-hide-domain',
      'at home without a tunnel nothing is to be found anyway',
      hybridAtHome({ facts: { 'ip-configurations': { adapters: [open] } } }),
    ],
    [
      'domain-suffix-missing',
      'the search list names the domain',
      hybridAtWork({ facts: { 'dns-client': dns({ searchList: ['CORP.fabrikam.com'] }) } }),
    ],
    [
      'names-led-elsewhere',
      'the rule is for another name',
      hybridAtHome({
        facts: {
          'dns-client': dns({
            rules: [{ names: ['.contoso.com'], servers: ['10.1.1.1'], origin: 'local' }],
          }),
        },
      }),
    ],
    [
      'no-name-servers',
      'no adapter leads anywhere, which is another matter',
      cloudLaptop({
        facts: { 'ip-configurations': { adapters: [address({ gateways: [], nameServers: [] })] } },
      }),
    ],
    [
      'no-name-servers',
      'another adapter brings one',
      cloudLaptop({
        facts: {
          'ip-configurations': {
            adapters: [
              address({ nameServers: [] }),
              address({ description: 'Other', gateways: [], nameServers: ['10.0.0.1'] }),
            ],
          },
        },
      }),
    ],
    [
      'no-name-servers',
      'a rule leads names to a server of its own',
      cloudLaptop({
        facts: {
          'dns-client': dns({
            rules: [{ names: ['.'], servers: ['10.1.1.1'], origin: 'policy' }],
          }),
          'ip-configurations': { adapters: [address({ nameServers: [] })] },
        },
      }),
    ],
    [
      'open-name-servers-on-company-pc',
      'one of the servers is the company’s',
      hybridAtHome({
        facts: {
          'ip-configurations': { adapters: [address({ nameServers: ['8.8.8.8', '10.10.0.11'] })] },
        },
      }),
    ],
    [
      'open-name-servers-on-company-pc',
      'no server is known at all',
      hybridAtHome({ facts: { 'ip-configurations': { adapters: [] } } }),
    ],
    [
      'open-name-servers-hide-domain',
      'the controller was found all the same',
      hybridAtWork({ facts: { 'ip-configurations': { adapters: [officeOpen] } } }),
    ],
    [
      'encrypted-names-required',
      'allowed is not required',
      hybridAtWork({ facts: { 'dns-client': dns({ encryptedDns: 2 }) } }),
    ],
    [
      'encrypted-names-required',
      'the PC is in no domain',
      cloudLaptop({ facts: { 'dns-client': dns({ encryptedDns: 3 }) } }),
    ],
    [
      'domain-suffix-missing',
      'the domain is known by its short name only',
      hybridAtWork({
        facts: {
          'dns-client': dns({ domain: 'other.example' }),
          'domain-membership': { joined: 'yes', domain: 'FABRIKAM', workgroup: null },
        },
      }),
    ],
    [
      'names-led-elsewhere',
      'the way there is open',
      hybridAtWork({
        facts: {
          'dns-client': dns({
            domain: 'corp.fabrikam.com',
            rules: [{ names: ['.fabrikam.com'], servers: ['10.10.0.11'], origin: 'policy' }],
          }),
        },
      }),
    ],
    [
      'names-led-elsewhere',
      'the rule is an exception without servers',
      hybridAtHome({
        facts: {
          'dns-client': dns({
            rules: [{ names: ['.fabrikam.com'], servers: [], origin: 'policy' }],
          }),
        },
      }),
    ],
    ['open-name-servers-on-company-pc', 'the company’s server is set by hand', setByHand],
    [
      'open-name-servers-on-company-pc',
      'what is set by hand could not be read',
      without(setByHand, 'dns-client'),
    ],
    [
      'open-name-servers-on-company-pc',
      'what the network gave could not be read',
      without(
        hybridAtHome({ facts: { 'dns-client': dns({ staticServers: ['8.8.8.8'] }) } }),
        'ip-configurations',
      ),
    ],
  ],
);
