import { timeServiceRules } from '../../../main/core/rules/time-service';
import { cloudLaptop, domainAtWork, hybridAtWork } from './make-device';
import { sync } from './make-readings';
import { proveFamily } from './prove';

const service = (parts: {
  type?: 'domain' | 'none' | 'server';
  start?: 'disabled' | 'manual';
}) => ({
  'time-service': {
    type: parts.type ?? ('server' as const),
    servers: ['time.windows.com'],
    start: parts.start ?? ('manual' as const),
  },
});
const lost = { 'clock-sync': sync({ leap: 3, reference: 'none', synchronised: 'no' }) };

proveFamily(
  timeServiceRules,
  [
    [
      'time-service-disabled',
      cloudLaptop({ facts: service({ start: 'disabled' }) }),
      { severity: 'attention', link: 'clock' },
    ],
    [
      'time-service-stopped',
      domainAtWork({ facts: { 'clock-sync': sync({ serviceRunning: 'no', leap: null }) } }),
      { severity: 'notice' },
    ],
    [
      'time-source-none',
      cloudLaptop({ facts: { ...service({ type: 'none' }), ...lost } }),
      { severity: 'attention' },
    ],
    ['time-source-none', cloudLaptop({ facts: service({ type: 'none' }) }), { severity: 'notice' }],
    [
      'time-source-not-domain',
      hybridAtWork({ facts: service({ type: 'server' }) }),
      { severity: 'notice', values: { server: 'time.windows.com' } },
    ],
    [
      'time-source-domain-gone',
      cloudLaptop({ facts: { ...service({ type: 'domain' }), ...lost } }),
      { severity: 'attention' },
    ],
    [
      'time-zone-never-set',
      cloudLaptop({
        facts: {
          'time-zone': { name: 'Pacific Standard Time', biasMinutes: 420, setAutomatically: 'no' },
        },
      }),
      { severity: 'notice', certainty: 'possible' },
    ],
  ],
  [
    [
      'time-source-none',
      'a virtual PC has its time from its host',
      cloudLaptop({
        facts: { ...service({ type: 'none' }), 'clock-sync': sync({ reference: 'host' }) },
      }),
    ],
    ['time-source-domain-gone', 'a member follows its domain', hybridAtWork()],
    [
      'time-service-stopped',
      'elsewhere it starts when it is needed',
      cloudLaptop({ facts: { 'clock-sync': sync({ serviceRunning: 'no' }) } }),
    ],
    [
      'time-zone-never-set',
      'it is set automatically',
      cloudLaptop({
        facts: {
          'time-zone': { name: 'Pacific Standard Time', biasMinutes: 420, setAutomatically: 'yes' },
        },
      }),
    ],
    ['time-service-disabled', 'it starts on demand', cloudLaptop()],
    ['time-source-not-domain', 'a PC in no domain asks a server', cloudLaptop()],
    ['time-source-not-domain', 'it asks its domain', hybridAtWork()],
    ['time-service-stopped', 'it runs', domainAtWork()],
    [
      'time-zone-never-set',
      'it is another one',
      cloudLaptop({
        facts: {
          'time-zone': { name: 'GMT Standard Time', biasMinutes: 0, setAutomatically: 'no' },
        },
      }),
    ],
  ],
);
