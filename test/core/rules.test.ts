import { describe, expect, it } from 'vitest';
import { rules } from '../../main/core/rules/index';
import { causeOf } from '../../main/core/rules/prt-cause';
import type { PrtFailure } from '../../main/core/facts/registration';
import { diagnoseOutput, ids, judge, outputOf, snapshotOf, type Changes } from './make';

const failure = (rows: Readonly<Record<string, string>>) =>
  Object.entries({
    AcquirePrtDiagnostics: 'PRESENT',
    'Previous Prt Attempt': '2026-09-14 07:10:33.789 UTC',
    'User Identity': 'anna.berg@fabrikam.com',
    'Endpoint URI': 'https://login.microsoftonline.com/x/oauth2/token/',
    'HTTP Error': '0x0',
    ...rows,
  })
    .map(([label, value]) => `${label} : ${value}`)
    .join('\n');

const withFailure = (rows: Readonly<Record<string, string>>, changes: Changes = {}) => {
  const text = outputOf({ AzureAdPrtUpdateTime: null, AzureAdPrtExpiryTime: null, ...changes });
  return judge(snapshotOf(text.replace(/( +EnterprisePrt : )/, `${failure(rows)}\n$1`)));
};

const domainMember: Changes = {
  AzureAdJoined: 'NO',
  DomainJoined: 'YES',
  AzureAdPrt: 'NO',
  AzureAdPrtUpdateTime: null,
  AzureAdPrtExpiryTime: null,
  DeviceId: null,
  DeviceCertificateValidity: null,
  KeyProvider: null,
  TpmProtected: null,
  DeviceAuthStatus: null,
  AadRecoveryEnabled: null,
  KeySignTest: null,
  'Executing Account Name': 'FABRIKAM\\jdoe, john.doe@fabrikam.com',
};

const allTests = [
  'AD Connectivity Test',
  'AD Configuration Test',
  'DRS Discovery Test',
  'DRS Connectivity Test',
  'Kerberos Ticket Test',
  'Token acquisition Test',
];

const preJoin = (
  failing: string | null,
  codes: string,
  rows: Readonly<Record<string, string>> = {},
) => {
  const at = failing === null ? allTests.length : allTests.indexOf(failing);
  const lines = allTests.map((name, index) => {
    const result = index < at ? 'PASS' : index === at ? `FAIL [${codes}]` : 'SKIPPED';
    return `${name} : ${result}`;
  });
  const more = Object.entries(rows).map(([label, value]) => `${label} : ${value}`);
  return diagnoseOutput(domainMember, {
    'Diagnostic Data': ['User Context : SYSTEM', ...lines, ...more].join('\n'),
  });
};

describe('a healthy device', () => {
  it('has no finding at all', () => {
    const diagnosis = diagnoseOutput();
    expect(ids(diagnosis)).toEqual([]);
    expect(diagnosis).toMatchObject({ state: 'healthy', rootCause: null, gaps: [] });
  });

  it('keeps silent about everything when nothing was read', () => {
    const nothing = judge({ observedAt: null, origin: 'text', platform: 'win32', readings: {} });
    expect(nothing).toMatchObject({ state: 'unknown', findings: [], rootCause: null });
  });

  it('lists what could not be read as a gap and stays undetermined', () => {
    const diagnosis = judge({
      observedAt: null,
      origin: 'this-device',
      platform: 'win32',
      readings: { 'device-registration': { kind: 'unavailable', why: 'tool-missing' } },
    });
    expect(diagnosis.state).toBe('unknown');
    expect(diagnosis.gaps).toEqual([
      { probe: 'device-registration', why: 'tool-missing', detail: null },
    ]);
  });
});

it('calls what the device does not have no gap', () => {
  const plain = snapshotOf(outputOf());
  const readings = { ...plain.readings, 'offline-profile': { kind: 'unavailable', why: 'absent' } };
  expect(judge({ ...plain, readings } as typeof plain).gaps).toEqual([]);
});

describe('each rule finds its own fault', () => {
  const single: [string, Changes, Readonly<Record<string, string>>?, (number | null)?][] = [
    [
      'device-disabled-or-deleted',
      { DeviceAuthStatus: 'FAILED. Device is either disabled or deleted' },
    ],
    ['device-check-unreachable', { DeviceAuthStatus: 'FAILED. ERROR 0xd000023c' }],
    ['device-check-unreachable', { DeviceAuthStatus: 'FAILED. Error: 0x80072ee7' }],
    ['device-key-lost', { KeySignTest: 'FAILED. Error: 0x80090016' }],
    ['device-recovery-pending', { AadRecoveryEnabled: 'YES' }],
    ['device-key-in-software', { TpmProtected: 'NO' }],
    [
      'device-certificate-expired',
      {
        DeviceCertificateValidity: '[ 2015-01-01 00:00:00.000 UTC -- 2025-01-01 00:00:00.000 UTC ]',
      },
    ],
    ['prt-missing', { AzureAdPrt: 'NO', AzureAdPrtUpdateTime: null, AzureAdPrtExpiryTime: null }],
    ['prt-stale', {}, {}, Date.UTC(2026, 8, 15)],
    ['prt-expired', {}, {}, Date.UTC(2026, 9, 15)],
    ['virtual-desktop-marker-invalid', {}, { 'Device State': 'Virtual Desktop : INVALID' }],
    ['joined-on-premises-and-cloud', { EnterpriseJoined: 'YES' }],
    ['hello-device-not-eligible', { DeviceEligible: 'NO' }],
    [
      'hello-waits-for-adfs-token',
      { NgcSet: 'NO' },
      { 'Ngc Prerequisite Check': 'AdfsRefreshToken : NO' },
    ],
    [
      'hello-waits-for-certificate-service',
      { NgcSet: 'NO' },
      { 'Ngc Prerequisite Check': 'LogonCertTemplateReady : NO' },
    ],
    [
      'hello-waits-for-cloud-ticket',
      { NgcSet: 'NO' },
      { 'Ngc Prerequisite Check': 'CloudTGT : NO' },
    ],
    ['management-not-offered', {}, { 'Tenant Details': 'MdmUrl : ' }],
    [
      'account-broker-broken',
      { WamDefaultSet: 'ERROR', KeySignTest: 'MUST Run elevated to test.' },
    ],
    ['personal-account-is-default', {}, { 'User State': 'WamDefaultAuthority : consumers' }],
    ['ran-as-local-account', { 'Executing Account Name': 'LT-7\\admin' }],
    ['ran-as-system', { 'Executing Account Name': 'NT AUTHORITY\\SYSTEM, LT-7$@fabrikam.com' }],
    ['ran-in-remote-desktop', { SessionIsNotRemote: 'NO' }],
    ['ran-without-session', {}, { 'Ngc Prerequisite Check': 'NgcPreReq : ERROR (0xd0020017)' }],
    ['registered-twice', { WorkplaceJoined: 'YES' }],
  ];

  it.each(single)('%s', (id, changes, extra, at) => {
    const diagnosis = diagnoseOutput(changes, extra, at);
    expect(ids(diagnosis)).toContain(id);
    const finding = diagnosis.findings.find((candidate) => candidate.id === id);
    expect(finding?.evidence.length).toBeGreaterThan(0);
  });

  it.each([
    ['AADSTS50126: wrong', 'prt-password-refused'],
    ['AADSTS50055: expired', 'prt-password-expired'],
    ['AADSTS50053: locked', 'prt-account-locked'],
    ['AADSTS50057: disabled', 'prt-account-disabled'],
    ['AADSTS50034: no user', 'prt-user-unknown'],
    ['AADSTS90002: no tenant', 'prt-tenant-unknown'],
    ['AADSTS50155: device', 'prt-device-rejected'],
    ['AADSTS50076: more proof', 'prt-more-proof-needed'],
    ['AADSTS53003: blocked', 'prt-blocked-by-policy'],
    ['AADSTS50131: blocked', 'prt-blocked-by-policy'],
    ['AADSTS50187: no proof of the device', 'prt-device-rejected'],
    ['AADSTS50133: revoked', 'prt-sign-in-again'],
    ['AADSTS70043: too old', 'prt-sign-in-again'],
    ['AADSTS90033: busy', 'prt-service-busy'],
    ['AADSTS130004: no such key', 'prt-hello-key-unknown'],
    ['AADSTS99999: never seen', 'prt-refused'],
  ])('%s is %s, and breaks only without a token', (description, id) => {
    const rows = { 'Attempt Status': '0xc000006d', 'Server Error Description': description };
    const without = withFailure(rows, { AzureAdPrt: 'NO' });
    const beside = withFailure(rows);
    expect(without).toMatchObject({ state: 'broken', rootCause: id });
    expect(beside).toMatchObject({ state: 'attention', rootCause: id });
  });

  it.each([
    [{ 'Attempt Status': '0xc000023c' }, 'prt-network'],
    [{ 'Attempt Status': '0xD000023C' }, 'prt-network'],
    [{ 'Attempt Status': '0xc000006d', 'HTTP Error': '0x80072ee7' }, 'prt-network'],
    [{ 'Attempt Status': '0xc00484c1' }, 'prt-federation'],
    [{ 'Attempt Status': '0x80072ee7' }, 'prt-network'],
    [{ 'Attempt Status': '0xcaa82ee2' }, 'prt-network'],
    [{ 'Attempt Status': '0x80072f0d' }, 'prt-network'],
    [{ 'Attempt Status': '0xcaa82eff' }, 'prt-network'],
    [{ 'Attempt Status': '0x8007274c' }, 'prt-network'],
    [{ 'Attempt Status': '0xcaa90017' }, 'prt-federation'],
    [{ 'Attempt Status': '0x80090016' }, 'prt-key-unusable'],
    [{ 'Attempt Status': '0xc000005f' }, 'prt-realm-unknown'],
  ])('%j is %s', (rows, id) => {
    expect(withFailure(rows, { AzureAdPrt: 'NO' }).rootCause).toBe(id);
  });

  it('does not call a bare 0xc000006d a wrong password', () => {
    const diagnosis = withFailure({ 'Attempt Status': '0xc000006d' }, { AzureAdPrt: 'NO' });
    expect(ids(diagnosis)).toEqual(['prt-missing', 'prt-refused']);
    expect(diagnosis).toMatchObject({ state: 'broken', rootCause: 'prt-missing' });
  });

  it.each([
    ['400', 'prt-refused', 'directory'],
    ['407', 'prt-network', 'network'],
    ['429', 'prt-service-busy', 'vendor'],
    ['503', 'prt-service-busy', 'vendor'],
  ])('reads the web answer %s of a bare 0xc000006d as %s', (status, id, owner) => {
    const rows = { 'Attempt Status': '0xc000006d', 'HTTP status': status };
    const { rootCause, findings } = withFailure(rows, { AzureAdPrt: 'NO' });
    expect(rootCause).toBe(id);
    expect(findings[0]).toMatchObject({ id, owner });
  });

  it('knows the person again under another suffix, which may be the fault itself', () => {
    const rows = {
      'User Identity': 'anna.berg@fabrikam.local',
      'Attempt Status': '0xc000006d',
      'Server Error Description': 'AADSTS90002: Tenant fabrikam.local not found.',
    };
    expect(withFailure(rows)).toMatchObject({
      state: 'attention',
      rootCause: 'prt-tenant-unknown',
    });
  });

  it.each(['NT AUTHORITY\\SYSTEM', 'WORKGROUP\\LT-7$', 'LT-7\\admin'])(
    'does not lay a person’s failure on %s, but what refuses the device refuses it here too',
    (account) => {
      const changes = { AzureAdPrt: 'NO', 'Executing Account Name': account };
      const described = (description: string) =>
        withFailure(
          { 'Attempt Status': '0xc000006d', 'Server Error Description': description },
          changes,
        );
      const person = described('AADSTS50126: wrong');
      expect(person).toMatchObject({ state: 'healthy', rootCause: null });
      expect(ids(person)).toContain('prt-failure-of-another-user');
      const device = described('AADSTS50155: device');
      expect(device).toMatchObject({ state: 'broken', rootCause: 'prt-device-rejected' });
      expect(ids(device)).not.toContain('prt-failure-of-another-user');
    },
  );

  it('judges no sign-in of a device that is in no cloud', () => {
    const changes = { ...domainMember, 'Executing Account Name': 'FABRIKAM\\anna.berg' };
    const { findings } = withFailure({ 'Attempt Status': '0xc000023c' }, changes);
    expect(findings.filter(({ link }) => link === 'prt')).toEqual([]);
  });

  it('finds what had run out by the newest time that the text itself tells', () => {
    const old = { AzureAdPrtUpdateTime: '2026-08-01 06:00:00.000 UTC' };
    const over = { ...old, AzureAdPrtExpiryTime: '2026-08-15 06:00:00.000 UTC' };
    const text = outputOf(over).replace(
      /( +EnterprisePrt : )/,
      `${failure({ 'Attempt Status': '0xc000006d', 'User Identity': 'bob@fabrikam.com' })}\n$1`,
    );
    expect(judge(snapshotOf(text, null)).rootCause).toBe('prt-expired');
    const certificate = '[ 2014-03-09 10:23:00.000 UTC -- 2024-03-09 11:53:00.000 UTC ]';
    const worn = diagnoseOutput({ DeviceCertificateValidity: certificate }, {}, null);
    expect(worn.rootCause).toBe('device-certificate-expired');
  });

  it('makes nothing of dates that do not fit together', () => {
    const changes = {
      AzureAdPrtUpdateTime: '2026-09-14 06:41:07.000 UTC',
      AzureAdPrtExpiryTime: '2020-09-14 06:41:07.000 UTC',
      DeviceCertificateValidity: '[ 2025-03-09 10:23:00.000 UTC -- 2015-03-09 11:53:00.000 UTC ]',
    };
    expect(diagnoseOutput(changes, {}, null)).toMatchObject({ state: 'healthy', findings: [] });
  });

  it('takes a failure older than the token beside it for over', () => {
    const text = outputOf().replace(
      /( +EnterprisePrt : )/,
      `${failure({ 'Previous Prt Attempt': '2026-09-13 07:10:33.789 UTC', 'Attempt Status': '0xc000023c' })}\n$1`,
    );
    expect(judge(snapshotOf(text))).toMatchObject({ state: 'healthy', findings: [] });
  });

  it('is never green beside a device check that failed without a reason', () => {
    for (const DeviceAuthStatus of ['FAILED', 'FAILED.', 'failed']) {
      const diagnosis = diagnoseOutput({ DeviceAuthStatus });
      expect(diagnosis).toMatchObject({ state: 'attention', deviceAuth: { state: 'unknown' } });
      expect(ids(diagnosis)).toEqual(['device-check-unreachable']);
    }
    const told = diagnoseOutput({ DeviceAuthStatus: 'FAILED. 0x80072ee7' });
    expect(told.deviceAuth).toEqual({ state: 'untested', code: '0x80072ee7' });
  });

  it('lays a missing token without a reason on the way out that the device check lacks', () => {
    const diagnosis = diagnoseOutput({
      DeviceAuthStatus: 'FAILED. Error: 0xd000023c',
      AzureAdPrt: 'NO',
      AzureAdPrtUpdateTime: null,
      AzureAdPrtExpiryTime: null,
    });
    expect(diagnosis).toMatchObject({ state: 'broken', rootCause: 'device-check-unreachable' });
    const missing = diagnosis.findings.find(({ id }) => id === 'prt-missing');
    expect(missing?.causedBy).toBe('device-check-unreachable');
  });

  it.each([
    ['MUST Run elevated to test.', 'attention', 'account-broker-broken'],
    ['PASSED', 'healthy', null],
  ])('takes a lost session (%s) for a fault in an ordinary prompt only', (keySign, state, id) => {
    const changes = { WamDefaultSet: 'ERROR (0x80070520)', KeySignTest: keySign };
    expect(diagnoseOutput(changes)).toMatchObject({ state, rootCause: id });
  });

  it('does not know what an administrator’s prompt lacks', () => {
    const diagnosis = diagnoseOutput({
      WamDefaultSet: 'ERROR (0x80070520)',
      AzureAdPrt: 'NO',
      AzureAdPrtUpdateTime: null,
      AzureAdPrtExpiryTime: null,
    });
    expect(diagnosis).toMatchObject({ state: 'unknown', prt: { state: 'no', expected: null } });
  });

  it('leaves another user’s failure alone', () => {
    const diagnosis = withFailure({
      'User Identity': 'somebody.else@fabrikam.com',
      'Attempt Status': '0xc000006d',
      'Server Error Description': 'AADSTS50126: wrong',
    });
    expect(ids(diagnosis)).toEqual(['prt-failure-of-another-user']);
    expect(diagnosis.state).toBe('healthy');
  });

  it('gives a failure sent to AD FS to the company’s own token', () => {
    const text = outputOf().replace(
      /( +EnterprisePrtAuthority : )/,
      `$1\n${failure({
        'Endpoint URI': 'https://fs.fabrikam.com/adfs/oauth2/token/',
        'Attempt Status': '0xc000006d',
        'Server Error Description': 'MSIS9682: no device',
      })}`,
    );
    const diagnosis = judge(snapshotOf(text));
    expect(diagnosis).toMatchObject({ state: 'attention', rootCause: 'enterprise-prt-failing' });
    expect(diagnosis.prt.healthy).toBe(true);
  });
});

describe('before the join', () => {
  it.each([
    ['AD Connectivity Test', '0x54b', 'join-no-domain-controller', 'network'],
    ['AD Configuration Test', '0x80070002', 'join-not-set-up-in-directory', 'directory'],
    ['AD Configuration Test', '0x80070005', 'join-directory-unreadable', 'directory'],
    ['DRS Discovery Test', '0x801c0021/0x80072ee2', 'join-discovery-network', 'network'],
    ['DRS Discovery Test', '0x801c0021/0x80072f0d', 'join-discovery-network', 'network'],
    ['DRS Discovery Test', '0x801c0021/0x80190197', 'join-discovery-network', 'network'],
    ['DRS Discovery Test', '0x801c0021/0x801c003d', 'join-discovery-failed', 'directory'],
    ['DRS Connectivity Test', '0x80072efd', 'join-service-unreachable', 'network'],
    ['Kerberos Ticket Test', '0x80090303', 'join-cloud-kerberos', 'directory'],
    ['Token acquisition Test', '0xcaa82ee2', 'join-token-network', 'network'],
    ['Token acquisition Test', '0xcaa90014', 'join-token-refused', 'directory'],
  ])('the first failing test counts: %s [%s]', (test, codes, id, owner) => {
    const diagnosis = preJoin(test, codes);
    expect(diagnosis.rootCause).toBe(id);
    expect(diagnosis.findings.find((finding) => finding.id === id)?.owner).toBe(owner);
    expect(diagnosis.join.type).toBe('domain-joined');
    expect(diagnosis.prt.expected).toBe(false);
  });

  it.each([
    [
      {
        'Error Phase': 'join',
        'Client ErrorCode': '0x801c03f2',
        'Server ErrorCode': 'DirectoryError',
      },
      'join-waiting-for-sync',
    ],
    [
      {
        'Error Phase': 'join',
        'Client ErrorCode': '0x801c03f2',
        'Server ErrorSubCode': 'error_missing_device',
        'Server Operation': 'DeviceRenew',
      },
      'join-stale-registration',
    ],
    [{ 'Error Phase': 'join', 'Client ErrorCode': '0x80290407' }, 'join-key-failed'],
    [{ 'Error Phase': 'discover', 'Client ErrorCode': '0x801c001d' }, 'join-not-set-up-before'],
    [{ 'Error Phase': 'discover', 'Client ErrorCode': '0x80072ee7' }, 'join-network-before'],
    [
      { 'Error Phase': 'discover', 'Client ErrorCode': '0x801c003d' },
      'join-discovery-failed-before',
    ],
    [{ 'Error Phase': 'auth', 'Client ErrorCode': '0xcaa90014' }, 'join-token-refused-before'],
    [{ 'Error Phase': 'join', 'Client ErrorCode': '0x801c0006' }, 'join-failed'],
    [{ 'Error Phase': 'join', 'Client ErrorCode': '0x801c0025' }, 'join-service-busy'],
  ])('with all tests passed, the last attempt tells: %j', (rows, id) => {
    expect(preJoin(null, '', rows).rootCause).toBe(id);
  });

  it('only suspects an attempt of long ago', () => {
    const rows = {
      'Client Time': '2026-09-14 07:00:00.000 UTC',
      'Error Phase': 'join',
      'Client ErrorCode': '0x80290407',
    };
    const lately = preJoin(null, '', {
      ...rows,
      'Previous Registration': '2026-09-14 06:00:00.000 UTC',
    });
    const once = preJoin(null, '', {
      ...rows,
      'Previous Registration': '2026-03-02 06:00:00.000 UTC',
    });
    expect(lately).toMatchObject({ state: 'broken', rootCause: 'join-key-failed' });
    expect(once).toMatchObject({ state: 'attention', rootCause: null });
  });

  it('is not looked at on a device that is joined', () => {
    const diagnosis = diagnoseOutput(
      {},
      {
        'Diagnostic Data': 'AD Connectivity Test : FAIL [0x54b]\nClient ErrorCode : 0x801c001d',
      },
    );
    expect(ids(diagnosis)).toEqual([]);
  });
});

describe('the list of rules', () => {
  it('has unique kebab-case ids', () => {
    const all = rules.map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  });

  it('explains only rules that exist', () => {
    const all = new Set(rules.map(({ id }) => id));
    expect(rules.flatMap(({ explains }) => explains).filter((id) => !all.has(id))).toEqual([]);
  });

  it('names a source for every rule', () => {
    for (const { source } of rules) expect(source).toMatch(/^https:\/\//);
  });
});

it('reads the service’s number before the transport’s', () => {
  const base: PrtFailure = {
    attempt: 'acquire',
    at: null,
    status: '0xc000023c',
    user: null,
    credential: null,
    endpoint: null,
    httpError: '0x80072ee7',
    httpStatus: null,
    serverError: null,
    description: 'AADSTS50126: x',
    correlationId: null,
  };
  expect(causeOf(base).cause).toBe('prt-password-refused');
  expect(causeOf({ ...base, description: null }).cause).toBe('prt-network');
});
