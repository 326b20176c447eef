import { joinRecordRules } from '../../../main/core/rules/join-records';
import { cloudLaptop, domainAtWork, hybridAtWork } from './make-device';
import { joinRecord } from './make-readings';
import { proveFamily } from './prove';

const other = '11111111-2222-4333-8444-555555555555';
const records = (...joins: ReturnType<typeof joinRecord>[]) => ({
  'join-records': { joins, tenants: [] },
});
const unproved = { DeviceAuthStatus: null, KeySignTest: 'MUST Run elevated to test.' };

proveFamily(
  joinRecordRules,
  [
    [
      'join-record-missing',
      cloudLaptop({ rows: unproved, facts: records() }),
      { severity: 'attention', certainty: 'likely', owner: 'technician' },
    ],
    [
      'join-records-several',
      hybridAtWork({ facts: records(joinRecord(), joinRecord({ thumbprint: 'aa11' })) }),
      { severity: 'attention', values: { count: 2 } },
    ],
    [
      'join-record-other-tenant',
      cloudLaptop({ facts: records(joinRecord({ tenantId: other })) }),
      { severity: 'attention', values: { tenant: other } },
    ],
    [
      'join-record-left-over',
      domainAtWork({ facts: records(joinRecord()) }),
      { severity: 'attention' },
    ],
    [
      'work-account-left-over',
      cloudLaptop({
        facts: { 'workplace-joins': { accounts: [joinRecord({ tenantId: other })] } },
      }),
      { severity: 'notice', owner: 'user' },
    ],
  ],
  [
    [
      'join-record-missing',
      'the cloud accepted this device, so the record is there',
      cloudLaptop({ facts: records() }),
    ],
    ['join-record-left-over', 'a PC in no cloud keeps no record', domainAtWork()],
    [
      'join-record-other-tenant',
      'a record without a tenant may be ours',
      cloudLaptop({ facts: records(joinRecord({ tenantId: null })) }),
    ],
    [
      'work-account-left-over',
      'SYSTEM has other accounts than the person',
      cloudLaptop({
        rows: { 'Executing Account Name': 'NT AUTHORITY\\SYSTEM' },
        facts: { 'workplace-joins': { accounts: [joinRecord()] } },
      }),
    ],
    ['join-record-missing', 'it is there', cloudLaptop({ rows: unproved })],
    [
      'join-records-several',
      'on a PC in no cloud they are left over, not several',
      domainAtWork({ facts: records(joinRecord(), joinRecord({ thumbprint: 'aa11' })) }),
    ],
    [
      'join-record-other-tenant',
      'on a PC in no cloud it is left over',
      cloudLaptop({
        rows: { AzureAdJoined: 'NO' },
        facts: records(joinRecord({ tenantId: other })),
      }),
    ],
    [
      'join-record-other-tenant',
      'of two records one does not say whose it is',
      cloudLaptop({
        facts: records(joinRecord({ tenantId: other }), joinRecord({ tenantId: null })),
      }),
    ],
    ['join-record-other-tenant', 'there is no record', cloudLaptop({ facts: records() })],
  ],
);
