import { helloPolicyRules } from '../../../main/core/rules/hello-policy';
import { cloudLaptop, domainAtWork, hybridAtWork } from './make-device';
import { groupHello, helloPolicy, mdmHello, withoutTpm } from './make-readings';
import { proveFamily } from './prove';

const split = {
  'hello-policy': helloPolicy(
    { enabled: true },
    { group: groupHello({ enabled: true }), mdm: [mdmHello({ enabled: false })] },
  ),
};

proveFamily(
  helloPolicyRules,
  [
    [
      'hello-policies-disagree',
      hybridAtWork({ facts: split }),
      { severity: 'notice', owner: 'directory', values: { works: 'yes' } },
    ],
    [
      'hello-in-use-but-off',
      cloudLaptop({ facts: { 'hello-policy': helloPolicy({ enabled: false }) } }),
      { severity: 'attention', certainty: 'likely' },
    ],
    [
      'hello-trust-settings-disagree',
      cloudLaptop({
        facts: { 'hello-policy': helloPolicy({ cloudTrust: true, certificateTrust: true }) },
      }),
      { severity: 'notice' },
    ],
    [
      'hello-needs-chip',
      cloudLaptop({
        facts: { 'hello-policy': helloPolicy({ tpmRequired: true }), tpm: withoutTpm },
      }),
      { severity: 'notice', owner: 'technician' },
    ],
  ],
  [
    [
      'hello-policies-disagree',
      'only one of the two has spoken',
      hybridAtWork({
        facts: {
          'hello-policy': helloPolicy({ enabled: true }, { mdm: [mdmHello({ enabled: true })] }),
        },
      }),
    ],
    [
      'hello-in-use-but-off',
      'nobody uses it here',
      cloudLaptop({
        rows: { NgcSet: 'NO' },
        facts: { 'hello-policy': helloPolicy({ enabled: false }) },
      }),
    ],
    [
      'hello-in-use-but-off',
      'nobody switched it off',
      cloudLaptop({ facts: { 'hello-policy': helloPolicy() } }),
    ],
    ['hello-policies-disagree', 'a PC in no cloud', domainAtWork({ facts: split })],
    ['hello-needs-chip', 'the chip is not demanded', cloudLaptop({ facts: { tpm: withoutTpm } })],
    [
      'hello-policies-disagree',
      'they agree',
      hybridAtWork({
        facts: {
          'hello-policy': helloPolicy(
            { enabled: true },
            { group: groupHello({ enabled: true }), mdm: [mdmHello({ enabled: true })] },
          ),
        },
      }),
    ],
    [
      'hello-in-use-but-off',
      'a convenience PIN of a PC in no cloud is another matter',
      cloudLaptop({
        rows: { AzureAdJoined: 'NO' },
        facts: { 'hello-policy': helloPolicy({ enabled: false }) },
      }),
    ],
    [
      'hello-trust-settings-disagree',
      'only one of the two is asked for',
      cloudLaptop({ facts: { 'hello-policy': helloPolicy({ cloudTrust: true }) } }),
    ],
  ],
);
