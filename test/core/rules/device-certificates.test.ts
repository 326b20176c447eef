import { deviceCertificateRules } from '../../../main/core/rules/device-certificates';
import { soonAfter } from '../make';
import { cloudLaptop, domainAtWork } from './make-device';
import { certificate } from './make-readings';
import { proveFamily } from './prove';

const store = (...certificates: ReturnType<typeof certificate>[]) => ({
  'device-certificates': { certificates, unreadable: 0 },
});
const unproved = { DeviceAuthStatus: null, KeySignTest: 'MUST Run elevated to test.' };
const account = (end: string) => ({
  'User State': '',
  'Diagnostic Data': '',
  'SSO State': [
    '',
    '+----------------------------------------------------------------------+',
    '| Work Account 1                                                       |',
    '+----------------------------------------------------------------------+',
    '',
    '         WorkplaceDeviceId : 0f3c1d9e-0d9c-4f5c-9d7a-3b1f0e2d4c5b',
    ` DeviceCertificateValidity : [ 2015-01-01 00:00:00.000 UTC -- ${end} ]`,
    '         WorkplaceTenantId : 11111111-2222-4333-8444-555555555555',
    '       WorkplaceTenantName : Contoso',
  ].join('\n'),
});

proveFamily(
  deviceCertificateRules,
  [
    [
      'device-certificate-missing',
      cloudLaptop({ rows: unproved, facts: store() }),
      { severity: 'broken', certainty: 'likely', link: 'device-key', owner: 'technician' },
    ],
    [
      'device-certificate-orphan',
      cloudLaptop({ facts: store(certificate(), certificate({ thumbprint: 'aa11' })) }),
      { severity: 'notice', values: { count: 1 } },
    ],
    [
      'device-certificate-name-differs',
      cloudLaptop({ rows: unproved, facts: store(certificate({ name: 'another-device' })) }),
      { severity: 'attention' },
    ],
    [
      'device-certificate-not-yet-valid',
      cloudLaptop({ observedAt: Date.UTC(2025, 0, 1) }),
      { severity: 'attention', certainty: 'proved', link: 'clock', owner: 'user' },
    ],
    [
      'device-key-provider-unusual',
      cloudLaptop({ rows: { KeyProvider: 'Contoso Smart Key Provider' } }),
      { severity: 'notice', values: { provider: 'Contoso Smart Key Provider' } },
    ],
    [
      'work-account-certificate-expired',
      cloudLaptop({ extra: account('2025-01-01 00:00:00.000 UTC') }),
      { severity: 'attention', owner: 'user', values: { organisation: 'Contoso' } },
    ],
  ],
  [
    [
      'device-certificate-missing',
      'the cloud accepted the device a moment ago',
      cloudLaptop({ facts: store() }),
    ],
    [
      'device-certificate-missing',
      'one record in the store could not be read',
      cloudLaptop({
        rows: unproved,
        facts: { 'device-certificates': { certificates: [], unreadable: 1 } },
      }),
    ],
    ['device-certificate-missing', 'a PC in no cloud has none', domainAtWork()],
    [
      'device-certificate-not-yet-valid',
      'a certificate made a minute ago, by a clock a little ahead',
      cloudLaptop({ observedAt: Date.UTC(2025, 2, 9, 10, 20) }),
    ],
    [
      'device-key-provider-unusual',
      'software is an ordinary place',
      cloudLaptop({ rows: { KeyProvider: 'Microsoft Software Key Storage Provider' } }),
    ],
    [
      'work-account-certificate-expired',
      'it ends in years',
      cloudLaptop({ extra: account('2035-01-01 00:00:00.000 UTC'), observedAt: soonAfter }),
    ],
    [
      'device-certificate-missing',
      'no record names one',
      cloudLaptop({
        rows: unproved,
        facts: { ...store(), 'join-records': { joins: [], tenants: [] } },
      }),
    ],
    ['device-certificate-missing', 'it is there', cloudLaptop({ rows: unproved })],
    [
      'device-certificate-missing',
      'the key was tried and works',
      cloudLaptop({ rows: { DeviceAuthStatus: null }, facts: store() }),
    ],
    [
      'device-certificate-missing',
      'a record was left behind on a PC that is in no cloud',
      cloudLaptop({
        rows: { ...unproved, AzureAdJoined: 'NO' },
        facts: store(),
      }),
    ],
    [
      'device-certificate-orphan',
      'on a PC in no cloud the record itself is the news',
      cloudLaptop({
        rows: { AzureAdJoined: 'NO' },
        facts: store(certificate({ thumbprint: 'aa11' })),
      }),
    ],
    ['device-certificate-orphan', 'there is only the valid one', cloudLaptop()],
    [
      'device-certificate-name-differs',
      'it carries the device’s own ID',
      cloudLaptop({ rows: unproved }),
    ],
    [
      'device-certificate-name-differs',
      'its name could not be read',
      cloudLaptop({ rows: unproved, facts: store(certificate({ name: null })) }),
    ],
    [
      'device-certificate-not-yet-valid',
      'old layouts print a work account’s dates on a PC that is not joined',
      cloudLaptop({ observedAt: Date.UTC(2025, 0, 1), rows: { AzureAdJoined: 'NO' } }),
    ],
    [
      'device-key-provider-unusual',
      'old layouts print a work account’s key on a PC that is not joined',
      cloudLaptop({
        rows: { KeyProvider: 'Contoso Smart Key Provider', AzureAdJoined: 'NO' },
      }),
    ],
  ],
);
