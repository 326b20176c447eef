import { vpnRules } from '../../../main/core/rules/vpn';
import { cloudLaptop, hybridAtHome, hybridAtWork } from './make-device';
import { adapter, address, tunnel } from './make-readings';
import { proveFamily } from './prove';

const inside = address({
  description: 'PANGP Virtual Ethernet Adapter',
  addresses: ['10.99.0.7'],
  gateways: [],
});
const filter = tunnel({ description: 'Zscaler Network Adapter', vpn: 'Zscaler', connected: 'yes' });

proveFamily(
  vpnRules,
  [
    [
      'vpn-not-connected',
      hybridAtHome(),
      { severity: 'notice', owner: 'user', values: { product: 'GlobalProtect' } },
    ],
    [
      'vpn-entry-unused',
      hybridAtHome({
        facts: {
          'vpn-connections': {
            connections: [{ name: 'Company', server: 'vpn.fabrikam.com', scope: 'machine' }],
          },
        },
      }),
      { severity: 'notice', certainty: 'possible' },
    ],
    [
      'vpn-connected-without-controller',
      hybridAtHome({
        facts: {
          adapters: { adapters: [adapter(), tunnel({ connected: 'yes' })] },
          'ip-configurations': { adapters: [address(), inside] },
        },
      }),
      { severity: 'attention', certainty: 'likely', owner: 'network', codes: ['1355'] },
    ],
    [
      'filter-may-block-device-check',
      cloudLaptop({
        rows: { DeviceAuthStatus: 'FAILED. Error: 0x80072f8f' },
        facts: { adapters: { adapters: [adapter(), filter] } },
      }),
      { severity: 'notice', certainty: 'possible', values: { product: 'Zscaler' } },
    ],
  ],
  [
    ['vpn-not-connected', 'the company network is in reach without it', hybridAtWork()],
    ['vpn-not-connected', 'this PC has no domain to reach', cloudLaptop()],
    [
      'vpn-connected-without-controller',
      'the adapter is linked but has no address: some products leave it so',
      hybridAtHome({
        facts: { adapters: { adapters: [adapter(), tunnel({ connected: 'yes' })] } },
      }),
    ],
    [
      'vpn-connected-without-controller',
      'a filter for web traffic is no way into the company',
      hybridAtHome({
        facts: {
          adapters: { adapters: [adapter(), filter] },
          'ip-configurations': {
            adapters: [address(), { ...inside, description: 'Zscaler Network Adapter' }],
          },
        },
      }),
    ],
    [
      'filter-may-block-device-check',
      'the device check got through',
      cloudLaptop({ facts: { adapters: { adapters: [adapter(), filter] } } }),
    ],
    [
      'vpn-not-connected',
      'one of two products is up',
      hybridAtHome({
        facts: {
          adapters: { adapters: [adapter(), tunnel(), tunnel({ connected: 'yes' })] },
        },
      }),
    ],
    [
      'vpn-not-connected',
      'there is no such product',
      hybridAtHome({ facts: { adapters: { adapters: [adapter()] } } }),
    ],
    ['vpn-entry-unused', 'there is no entry', hybridAtHome()],
    ['vpn-connected-without-controller', 'the controller was found', hybridAtWork()],
    [
      'filter-may-block-device-check',
      'the filter is down',
      cloudLaptop({
        rows: { DeviceAuthStatus: 'FAILED. Error: 0x80072f8f' },
        facts: { adapters: { adapters: [adapter(), { ...filter, connected: 'no' }] } },
      }),
    ],
  ],
);
