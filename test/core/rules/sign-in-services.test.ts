import { signInServiceRules } from '../../../main/core/rules/sign-in-services';
import { cloudLaptop, domainAtWork, hybridAtHome } from './make-device';
import { services } from './make-readings';
import { proveFamily } from './prove';

const off = (name: string) => ({
  'sign-in-services': services({ name, running: false, startMode: 'disabled' }),
});
const resting = (name: string) => ({
  'sign-in-services': services({ name, running: false, startMode: 'manual' }),
});

proveFamily(
  signInServiceRules,
  [
    [
      'broker-service-disabled',
      cloudLaptop({ facts: off('TokenBroker') }),
      { severity: 'attention' },
    ],
    ['vault-service-disabled', cloudLaptop({ facts: off('VaultSvc') }), { severity: 'attention' }],
    [
      'key-service-disabled',
      cloudLaptop({ facts: off('KeyIso') }),
      { severity: 'attention', link: 'device-key' },
    ],
    [
      'hello-service-disabled',
      cloudLaptop({ facts: off('NgcCtnrSvc') }),
      { severity: 'attention', link: 'hello', values: { service: 'NgcCtnrSvc' } },
    ],
    [
      'task-service-stopped',
      cloudLaptop({ facts: off('Schedule') }),
      { severity: 'attention', certainty: 'proved' },
    ],
    [
      'netlogon-stopped',
      domainAtWork({ facts: off('Netlogon') }),
      { severity: 'broken', certainty: 'proved', link: 'domain-controller' },
    ],
    [
      'workstation-service-stopped',
      hybridAtHome({ facts: off('LanmanWorkstation') }),
      { severity: 'broken', link: 'file-server' },
    ],
    ['name-service-disabled', cloudLaptop({ facts: off('Dnscache') }), { severity: 'notice' }],
  ],
  [
    [
      'broker-service-disabled',
      'it starts on demand',
      cloudLaptop({ facts: resting('TokenBroker') }),
    ],
    ['broker-service-disabled', 'a PC in no cloud', domainAtWork({ facts: off('TokenBroker') })],
    [
      'hello-service-disabled',
      'the person has no PIN',
      cloudLaptop({ rows: { NgcSet: 'NO' }, facts: off('NgcSvc') }),
    ],
    ['netlogon-stopped', 'a PC in no domain needs none', cloudLaptop({ facts: off('Netlogon') })],
    ['netlogon-stopped', 'it runs', domainAtWork()],
    [
      'workstation-service-stopped',
      'whether it runs is unknown',
      domainAtWork({
        facts: {
          'sign-in-services': services({
            name: 'LanmanWorkstation',
            running: null,
            startMode: 'automatic',
          }),
        },
      }),
    ],
  ],
);
