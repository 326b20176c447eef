import { addressRules } from '../../../main/core/rules/address';
import { cloudLaptop, hybridAtWork } from './make-device';
import { adapter, address, controller, dns, profile, tunnel } from './make-readings';
import { proveFamily } from './prove';

const dead = profile({ ipv4: 'no-traffic', ipv6: 'no-traffic' });

proveFamily(
  addressRules,
  [
    [
      'no-network-connected',
      cloudLaptop({
        facts: {
          adapters: { adapters: [adapter({ connected: 'no' }), tunnel()] },
          'network-profiles': { profiles: [], domainVerified: 'no' },
          'ip-configurations': { adapters: [] },
        },
      }),
      { severity: 'notice', owner: 'user', link: 'link' },
    ],
    [
      'no-address-given',
      cloudLaptop({
        facts: {
          'ip-configurations': {
            adapters: [address({ addresses: ['169.254.7.8', 'fe80::1'], gateways: [] })],
          },
        },
      }),
      { severity: 'broken', certainty: 'likely', owner: 'network' },
    ],
    [
      'no-way-out',
      cloudLaptop({
        facts: {
          'network-profiles': { profiles: [dead], domainVerified: 'no' },
          'ip-configurations': { adapters: [address({ gateways: [] })] },
        },
      }),
      { severity: 'attention' },
    ],
    [
      'only-new-addresses',
      cloudLaptop({
        facts: {
          'ip-configurations': { adapters: [address({ addresses: ['2001:db8::17', 'fe80::1'] })] },
        },
      }),
      { severity: 'notice', certainty: 'possible' },
    ],
    [
      'network-without-internet',
      cloudLaptop({
        facts: { 'network-profiles': { profiles: [dead], domainVerified: 'no' } },
      }),
      { severity: 'notice' },
    ],
    [
      'company-network-not-recognised',
      hybridAtWork({
        facts: {
          'network-profiles': {
            profiles: [profile({ category: 'public' })],
            domainVerified: 'no',
          },
        },
      }),
      { severity: 'notice', owner: 'network' },
    ],
  ],
  [
    [
      'no-network-connected',
      'whether an adapter is linked is unknown',
      cloudLaptop({ facts: { adapters: { adapters: [adapter({ connected: 'unknown' })] } } }),
    ],
    [
      'no-address-given',
      'another connection has an ordinary address',
      cloudLaptop({
        facts: {
          adapters: {
            adapters: [adapter(), adapter({ description: 'Realtek PCIe GbE' })],
          },
          'ip-configurations': {
            adapters: [
              address({ addresses: ['169.254.7.8'], gateways: [] }),
              address({ description: 'Realtek PCIe GbE' }),
            ],
          },
        },
      }),
    ],
    [
      'no-address-given',
      'only a tunnel gave itself an address',
      cloudLaptop({
        facts: {
          adapters: { adapters: [adapter({ connected: 'no' }), tunnel({ connected: 'yes' })] },
          'ip-configurations': {
            adapters: [
              address({
                description: 'PANGP Virtual Ethernet Adapter',
                addresses: ['169.254.9.9'],
                gateways: [],
              }),
            ],
          },
        },
      }),
    ],
    ['no-way-out', 'the network has a way out', cloudLaptop()],
    ['only-new-addresses', 'there is an old address as well', cloudLaptop()],
    [
      'no-network-connected',
      'there is no hardware to connect',
      cloudLaptop({ facts: { adapters: { adapters: [tunnel()] } } }),
    ],
    [
      'no-address-given',
      'there is a way out all the same',
      cloudLaptop({
        facts: { 'ip-configurations': { adapters: [address({ addresses: ['169.254.7.8'] })] } },
      }),
    ],
    [
      'no-address-given',
      'another adapter was given one, without a way out',
      cloudLaptop({
        facts: {
          'ip-configurations': {
            adapters: [
              address({ addresses: ['169.254.7.8'], gateways: [] }),
              address({ description: 'Other', addresses: ['10.0.0.5'], gateways: [] }),
            ],
          },
        },
      }),
    ],
    [
      'no-way-out',
      'Windows tells nothing of the network',
      cloudLaptop({
        facts: {
          'network-profiles': { profiles: [], domainVerified: 'no' },
          'ip-configurations': { adapters: [address({ gateways: [] })] },
        },
      }),
    ],
    [
      'no-way-out',
      'the internet is reached all the same',
      cloudLaptop({ facts: { 'ip-configurations': { adapters: [address({ gateways: [] })] } } }),
    ],
    [
      'no-way-out',
      'it is the other end that is silent',
      cloudLaptop({ facts: { 'network-profiles': { profiles: [dead], domainVerified: 'no' } } }),
    ],
    ['network-without-internet', 'one network has it', cloudLaptop()],
    [
      'network-without-internet',
      'what Windows met is not known',
      cloudLaptop({
        facts: {
          'network-profiles': { profiles: [profile({ ipv4: 'unknown' })], domainVerified: 'no' },
        },
      }),
    ],
    ['company-network-not-recognised', 'it is', hybridAtWork()],
    [
      'company-network-not-recognised',
      'the network is a foreign one',
      hybridAtWork({
        facts: {
          'network-profiles': { profiles: [profile()], domainVerified: 'no' },
          'ip-configurations': { adapters: [address()] },
        },
      }),
    ],
    [
      'company-network-not-recognised',
      'no network was told of',
      hybridAtWork({ facts: { 'network-profiles': { profiles: [], domainVerified: 'no' } } }),
    ],
    [
      'company-network-not-recognised',
      'a PC in no domain meets no controller of its own',
      cloudLaptop({
        facts: {
          'domain-controller': controller(),
          'dns-client': dns({ domain: 'corp.fabrikam.com' }),
          'ip-configurations': { adapters: [address({ suffix: 'corp.fabrikam.com' })] },
        },
      }),
    ],
  ],
);
