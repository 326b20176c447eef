import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../main/core/facts/index';
import type { LinkedEnrolment } from '../../../main/core/facts/mdm';
import { enrolmentFailureRules } from '../../../main/core/rules/enrolment-failure';
import { enrolmentIdentityRules } from '../../../main/core/rules/enrolment-identity';
import { enrolmentRules } from '../../../main/core/rules/enrolment';
import { judge } from '../make';
import {
  autopilot,
  calm,
  coManagement,
  days,
  enrolment,
  enrolmentId,
  enrolments,
  hours,
  inSetup,
  kind,
  laptop,
  notEnrolled,
  notJoinedRows,
  otherTenant,
  phase,
  type Some,
} from './make-managed';
import { proveFamily, type Shown } from './prove';

const events = (code: string | null, at = hours(3)): Facts['mdm-events'] => ({
  autoEnrolment: { outcome: 'failed', at, code },
  enrolment: null,
  failures: [],
  since: at,
});
const refused = (code: string | null, at = hours(3)) =>
  laptop({ 'mdm-enrolments': notEnrolled, 'mdm-events': events(code, at) });

const byCode: readonly (readonly [code: string | null, id: string, owner: string])[] = [
  ['0x80180010', 'enrolment-no-connection', 'network'],
  ['0x80072ee7', 'enrolment-no-connection', 'network'],
  ['0x80072efd', 'enrolment-no-connection', 'network'],
  ['0x80180012', 'enrolment-connection-inspected', 'network'],
  ['0x80180018', 'enrolment-no-licence', 'tenant'],
  ['0x8018002b', 'enrolment-not-in-scope', 'tenant'],
  ['0x80180031', 'enrolment-not-in-scope', 'tenant'],
  ['0x80180003', 'enrolment-user-not-allowed', 'tenant'],
  ['0x80180002', 'enrolment-sign-in-refused', 'user'],
  ['0x80180013', 'enrolment-too-many-devices', 'tenant'],
  ['0x80180014', 'enrolment-kind-blocked', 'tenant'],
  ['0x80180015', 'enrolment-edition-unsuitable', 'technician'],
  ['0x8018000a', 'enrolment-old-one-in-the-way', 'technician'],
  ['0x80180026', 'enrolment-blocked-by-manager', 'tenant'],
  ['0x8018002a', 'enrolment-cancelled', 'user'],
  ['0x80180030', 'enrolment-cancelled', 'user'],
  ['0x80180017', 'enrolment-service-in-maintenance', 'vendor'],
  ['0x80180009', 'enrolment-still-running', 'user'],
  ['0x80180006', 'enrolment-service-failed', 'technician'],
  ['0x80180019', 'enrolment-tenant-misconfigured', 'tenant'],
  ['0x8018001e', 'enrolment-write-failed', 'technician'],
  ['0x80180027', 'enrolment-key-failed', 'technician'],
  ['0xcaa90014', 'enrolment-failed', 'technician'],
  [null, 'enrolment-failed', 'technician'],
];

describe('an enrolment that failed', () => {
  proveFamily(
    enrolmentFailureRules,
    byCode.map(([code, id, owner]): Shown => [
      id,
      refused(code),
      { owner: owner as 'user', codes: code ? [code] : [] },
    ]),
    [
      ['enrolment-no-licence', 'it worked later', laptop({ 'mdm-events': events('0x80180018') })],
      ['enrolment-failed', 'the cause has a name', refused('0x80180018')],
    ],
  );

  it.each(byCode.filter(([, id]) => !/maintenance|running/.test(id)))(
    '%s is the root cause, and what is missing follows from it',
    (code, id) => {
      const diagnosis = judge(refused(code));
      expect(diagnosis).toMatchObject({ state: 'attention', rootCause: id });
      const missing = diagnosis.findings.find((finding) => finding.id === 'enrolment-missing');
      expect(missing?.causedBy).toBe(id);
    },
  );

  it('is history on a private PC, and after a while', () => {
    const facts: Some = { 'mdm-enrolments': notEnrolled, 'mdm-events': events('0x80180014') };
    const severityOf = (snapshot: ReturnType<typeof laptop>) =>
      judge(snapshot).findings.find(({ id }) => id === 'enrolment-kind-blocked')?.severity;
    expect(severityOf(laptop(facts))).toBe('attention');
    expect(severityOf(laptop(facts, { rows: notJoinedRows }))).toBe('notice');
    expect(severityOf(inSetup(facts))).toBe('attention');
    expect(severityOf(refused('0x80180014', days(20)))).toBe('notice');
  });

  it('is judged by the newer of its two records', () => {
    const both = {
      ...events('0x80180018', days(1)),
      enrolment: { outcome: 'failed' as const, at: hours(1), code: '0x80180010' },
    };
    const diagnosis = judge(laptop({ 'mdm-enrolments': notEnrolled, 'mdm-events': both }));
    expect(diagnosis.rootCause).toBe('enrolment-no-connection');
  });
});

const linked = (parts: Partial<LinkedEnrolment>) =>
  enrolments({
    enrolments: [
      enrolment({ linked: { id: null, status: 4, error: null, locked: 'no', ...parts } }),
    ],
  });
const one = (parts: Parameters<typeof enrolment>[0], intune: 'yes' | 'no' = 'yes') =>
  laptop({ 'mdm-enrolments': enrolments({ enrolments: [enrolment(parts)], intune }) });
const asked = (policy: 'yes' | 'no', inScopeAtJoin: 'yes' | 'no'): Some => ({
  'mdm-auto-enrolment': { policy, credential: 'user', tenants: [], inScopeAtJoin },
});
const hybrid = {
  DomainJoined: 'YES',
  'Executing Account Name': 'FABRIKAM\\jdoe, john.doe@fabrikam.com',
};
const freshCertificate = {
  DeviceCertificateValidity: '[ 2026-09-14 02:00:00.000 UTC -- 2036-09-14 02:30:00.000 UTC ]',
};
const waiting: Some = {
  'mdm-enrolments': notEnrolled,
  'mdm-tasks': { tasks: [], autoEnrolmentTask: 'yes' },
};

describe('the enrolment', () => {
  proveFamily(
    enrolmentRules,
    [
      ['enrolment-missing', laptop({ 'mdm-enrolments': notEnrolled }), { severity: 'attention' }],
      ['enrolment-on-its-way', laptop(waiting, { rows: freshCertificate })],
      [
        'enrolment-not-asked-for',
        laptop({ 'mdm-enrolments': notEnrolled, ...asked('no', 'no') }),
        { severity: 'notice' },
      ],
      [
        'enrolment-orphan',
        one({ orphan: 'yes', state: 0, score: { points: 1, undecided: 0 } }, 'no'),
        { severity: 'attention', certainty: 'likely' },
      ],
      [
        'enrolment-made-by-hand',
        laptop({
          'mdm-enrolments': enrolments({
            fake: 'yes',
            enrolments: [enrolment(), enrolment({ kind: 'fake', type: 0 })],
          }),
        }),
        { severity: 'notice' },
      ],
      ['enrolment-of-other-tenant', one({ tenantMatches: 'no', tenantId: otherTenant }, 'no')],
      [
        'enrolment-not-in-force',
        one({ state: 3 }, 'no'),
        { values: { enrolment: enrolmentId, value: 3 } },
      ],
      [
        'enrolment-renewal-failing',
        one({ renewal: { status: 1, error: '0x80180016' } }),
        { codes: ['0x80180016'] },
      ],
      [
        'enrolment-second-channel-failed',
        laptop({ 'mdm-enrolments': linked({ status: 3, error: '0x80190190' }) }),
        { codes: ['0x80190190'] },
      ],
      ['enrolment-second-channel-locked', laptop({ 'mdm-enrolments': linked({ locked: 'yes' }) })],
      [
        'managed-by-another-system',
        laptop({ 'mdm-enrolments': { ...notEnrolled, externallyManaged: 'yes' } }),
        { severity: 'notice' },
      ],
      [
        'managed-by-another-system',
        laptop({
          'mdm-enrolments': { ...notEnrolled, externallyManaged: 'yes' },
          ...asked('yes', 'yes'),
        }),
        { severity: 'attention' },
      ],
      [
        'enrolment-without-person',
        one({ standInUser: 'yes', user: 'autopilot@fabrikam.com' }),
        { severity: 'notice' },
      ],
    ],
    [
      ['enrolment-missing', 'set-up is not through', inSetup({ 'mdm-enrolments': notEnrolled })],
      [
        'enrolment-missing',
        'the PC joined only today',
        laptop({ 'mdm-enrolments': notEnrolled }, { rows: freshCertificate }),
      ],
      [
        'enrolment-missing',
        'another system manages it',
        laptop({ 'mdm-enrolments': { ...notEnrolled, externallyManaged: 'yes' } }),
      ],
      [
        'enrolment-missing',
        'a domain PC is enrolled only where a policy asks',
        laptop({ 'mdm-enrolments': notEnrolled }, { rows: hybrid }),
      ],
      [
        'enrolment-missing',
        'a desktop that is thrown away',
        laptop(
          { 'mdm-enrolments': notEnrolled },
          { extra: { 'Device State': 'Virtual Desktop : YES' } },
        ),
      ],
      [
        'enrolment-missing',
        'a server',
        laptop({
          'mdm-enrolments': notEnrolled,
          'windows-version': { ...calm['windows-version']!, family: 'server' },
        }),
      ],
      ['enrolment-not-asked-for', 'it is enrolled', laptop(asked('no', 'no'))],
      [
        'enrolment-not-asked-for',
        'nobody expects it of a private PC',
        laptop({ 'mdm-enrolments': notEnrolled, ...asked('no', 'no') }, { rows: notJoinedRows }),
      ],
      [
        'enrolment-without-person',
        'the person is still to come',
        inSetup({
          'mdm-enrolments': enrolments({ enrolments: [enrolment({ standInUser: 'yes' })] }),
        }),
      ],
      ['enrolment-on-its-way', 'the PC joined long ago', laptop(waiting)],
      [
        'enrolment-without-person',
        'a Cloud PC is always set up like that',
        laptop({
          'mdm-enrolments': enrolments({ enrolments: [enrolment({ standInUser: 'yes' })] }),
          'virtual-desktop': kind({ kind: 'cloud-pc', cloudPc: 'yes' }),
        }),
      ],
    ],
  );

  it('is missing on a domain PC whose policy asks for it', () => {
    const facts = { 'mdm-enrolments': notEnrolled, ...asked('yes', 'yes') };
    expect(judge(laptop(facts, { rows: hybrid })).rootCause).toBe('enrolment-missing');
  });

  it('explains why the second system misses it', () => {
    const facts = { 'mdm-enrolments': notEnrolled, 'co-management': coManagement() };
    const diagnosis = judge(laptop(facts));
    expect(diagnosis.rootCause).toBe('enrolment-missing');
    expect(diagnosis.findings.find(({ id }) => id === 'co-management-not-enrolled')?.causedBy).toBe(
      'enrolment-missing',
    );
  });

  it('leaves harmless leftovers as a notice while management works', () => {
    const dead = enrolment({ id: otherTenant, orphan: 'yes', state: 0 });
    const facts = enrolments({ enrolments: [dead, enrolment()] });
    expect(judge(laptop({ 'mdm-enrolments': facts })).state).toBe('healthy');
  });
});

const witnesses = (parts: Partial<ReturnType<typeof enrolment>['witnesses']>) =>
  one({ witnesses: { ...enrolment().witnesses, ...parts } });
const otherCertificate = {
  accounts: [
    {
      id: enrolmentId,
      certificateStore: 'machine' as const,
      thumbprint: 'A'.repeat(40),
      address: null,
    },
  ],
};
const inUserStore = {
  accounts: [{ ...otherCertificate.accounts[0]!, certificateStore: 'user' as const }],
};

describe('what a managed PC proves itself with', () => {
  proveFamily(
    enrolmentIdentityRules,
    [
      ['management-certificate-missing', witnesses({ certificate: 'no' })],
      ['management-certificate-expired', witnesses({ certificateInDate: 'no' })],
      [
        'management-certificate-differs',
        laptop({ 'mdm-accounts': otherCertificate }),
        { severity: 'notice', certainty: 'possible' },
      ],
      [
        'management-tasks-missing',
        laptop({ 'mdm-tasks': { tasks: [], autoEnrolmentTask: 'no' } }),
        { certainty: 'likely' },
      ],
      [
        'management-tasks-disabled',
        laptop({
          'mdm-tasks': {
            tasks: [{ enrolmentId, name: 'PushLaunch', state: 'disabled' }],
            autoEnrolmentTask: 'no',
          },
        }),
        { values: { task: 'PushLaunch' } },
      ],
    ],
    [
      [
        'management-certificate-missing',
        'it is kept with its user',
        laptop({
          'mdm-enrolments': enrolments({
            enrolments: [enrolment({ witnesses: { ...enrolment().witnesses, certificate: 'no' } })],
          }),
          'mdm-accounts': inUserStore,
        }),
      ],
      [
        'management-certificate-missing',
        'the store was not read',
        witnesses({ certificate: 'unknown' }),
      ],
      [
        'management-tasks-missing',
        'set-up has still to make them',
        inSetup({ 'mdm-tasks': { tasks: [], autoEnrolmentTask: 'no' } }),
      ],
      [
        'management-tasks-disabled',
        'a task of no weight',
        laptop({
          'mdm-tasks': {
            tasks: [
              { enrolmentId, name: 'PushLaunch', state: 'ready' },
              { enrolmentId, name: 'Schedule #1 created by enrollment client', state: 'disabled' },
            ],
            autoEnrolmentTask: 'no',
          },
        }),
      ],
    ],
  );

  it('takes the blame for the silence', () => {
    const diagnosis = judge(
      laptop({
        'mdm-enrolments': enrolments({
          enrolments: [
            enrolment({ witnesses: { ...enrolment().witnesses, certificateInDate: 'no' } }),
          ],
        }),
        'mdm-sessions': { lastStart: days(40), lastEnd: days(40), failures: [], since: days(50) },
        'setup-phase': phase('no'),
        'autopilot-profile': autopilot(),
      }),
    );
    expect(diagnosis.rootCause).toBe('management-certificate-expired');
    expect(diagnosis.findings.find(({ id }) => id === 'management-sync-lost')?.causedBy).toBe(
      'management-certificate-expired',
    );
  });
});
