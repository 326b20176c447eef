import { expect, it } from 'vitest';
import { accountBrokerRules } from '../../../main/core/rules/account-broker';
import { judge } from '../make';
import { cloudLaptop, domainAtWork } from './make-device';
import { broker } from './make-readings';
import { proveFamily } from './prove';

const missing = { 'token-broker': broker({ package: 'no', version: null }) };
const registered = {
  AzureAdJoined: 'NO',
  WorkplaceJoined: 'YES',
  AzureAdPrt: 'NO',
  'Executing Account Name': 'LT-7\\anna',
};

proveFamily(
  accountBrokerRules,
  [
    [
      'broker-package-missing',
      cloudLaptop({ facts: missing }),
      { severity: 'attention', certainty: 'likely', owner: 'technician', link: 'prt' },
    ],
    ['broker-package-missing', cloudLaptop({ rows: registered, facts: missing })],
    [
      'work-account-without-token',
      cloudLaptop({ rows: registered, facts: { 'token-broker': broker({ usedBefore: 'no' }) } }),
      { severity: 'notice', certainty: 'possible' },
    ],
  ],
  [
    [
      'broker-package-missing',
      'this build keeps its list elsewhere',
      cloudLaptop({ facts: { 'token-broker': broker({ package: 'unknown' }) } }),
    ],
    [
      'broker-package-missing',
      'SYSTEM has none and needs none',
      cloudLaptop({ facts: missing, rows: { 'Executing Account Name': 'NT AUTHORITY\\SYSTEM' } }),
    ],
    [
      'broker-package-missing',
      'a local account has no work apps',
      cloudLaptop({ facts: missing, rows: { 'Executing Account Name': 'LT-7\\admin' } }),
    ],
    ['broker-package-missing', 'a PC in no cloud', domainAtWork({ facts: missing })],
    [
      'work-account-without-token',
      'SYSTEM has other accounts than the person',
      cloudLaptop({
        rows: { ...registered, 'Executing Account Name': 'NT AUTHORITY\\SYSTEM' },
        facts: { 'token-broker': broker({ usedBefore: 'no' }) },
      }),
    ],
    [
      'broker-package-missing',
      'SYSTEM on a personal PC',
      cloudLaptop({
        rows: { ...registered, 'Executing Account Name': 'NT AUTHORITY\\SYSTEM' },
        facts: missing,
      }),
    ],
  ],
);

it('explains an account manager that answers with an error', () => {
  const device = cloudLaptop({
    facts: missing,
    rows: { WamDefaultSet: 'ERROR', KeySignTest: 'MUST Run elevated to test.' },
  });
  const { findings } = judge(device);
  expect(findings.find(({ id }) => id === 'account-broker-broken')?.causedBy).toBe(
    'broker-package-missing',
  );
});
