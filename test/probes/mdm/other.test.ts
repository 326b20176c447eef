import { describe, expect, it } from 'vitest';
import { unavailable } from '../../../main/core/reading';
import { managementAccountsProbe } from '../../../main/probes/mdm/accounts';
import { autoEnrolmentProbe } from '../../../main/probes/mdm/auto-enrolment';
import { lastProblems, parseLog } from '../../../main/probes/mdm/cmtrace';
import {
  managementEventsProbe,
  managementInstallsProbe,
  managementSessionsProbe,
} from '../../../main/probes/mdm/events';
import { extensionProbe } from '../../../main/probes/mdm/extension';
import { extensionLogProbe } from '../../../main/probes/mdm/extension-log';
import { packagesProbe } from '../../../main/probes/mdm/packages';
import { readReport } from '../../../main/probes/mdm/report';
import { compactTime, serverTimesProbe } from '../../../main/probes/mdm/server-times';
import { managementTasksProbe } from '../../../main/probes/mdm/tasks';
import { capture, eventLog, facts, json, noKey, parse, ran, registry, text } from '../support';
import {
  accounts,
  cloudJoin,
  fixtures,
  intuneId,
  logText,
  reportXml,
  servers,
  services,
  thumbprint,
} from './fixtures';

const given = (id: string) => fixtures.find((fixture) => fixture.id === id)?.given ?? {};

describe('management accounts', () => {
  it('reads store and thumbprint of the certificate reference', () => {
    expect(
      facts(managementAccountsProbe, { 'registry-omadm-accounts': accounts }).accounts,
    ).toEqual([expect.objectContaining({ id: intuneId, certificateStore: 'machine', thumbprint })]);
  });

  it('keeps an account with a strange reference and says unknown', () => {
    const odd = ran(
      registry('HKLM', {
        [`SOFTWARE\\Microsoft\\Provisioning\\OMADM\\Accounts\\${intuneId}`]: {
          SslClientCertReference: text('MY;Elsewhere;short'),
        },
      }),
    );
    expect(facts(managementAccountsProbe, { 'registry-omadm-accounts': odd }).accounts).toEqual([
      { id: intuneId, certificateStore: 'unknown', thumbprint: null, address: null },
    ]);
  });
});

describe('the server’s own times', () => {
  it('reads them as UTC', () => {
    expect(facts(serverTimesProbe, { 'registry-omadm-accounts-system': servers }).servers).toEqual([
      {
        id: intuneId,
        lastSuccess: Date.UTC(2026, 6, 16, 8, 15, 2),
        lastFailure: Date.UTC(2026, 6, 15, 22, 10, 11),
        lastAccess: Date.UTC(2026, 6, 16, 8, 15, 2),
        lastResult: '0x00000000',
      },
    ]);
  });

  it('says that SYSTEM is needed when the protected part was hidden', () => {
    expect(parse(serverTimesProbe, { 'registry-omadm-accounts-system': accounts })).toEqual(
      unavailable('needs-system'),
    );
  });

  it.each(['', '20261332T081502Z', '2026-07-16', null])('reads no time from %s', (time) => {
    expect(compactTime(time)).toBeNull();
  });
});

describe('management tasks', () => {
  it('knows the enrolment a task belongs to, with braces and without', () => {
    const { tasks, autoEnrolmentTask } = facts(managementTasksProbe, given('mdm-tasks'));
    expect(tasks.map(({ enrolmentId, state }) => [enrolmentId, state])).toEqual([
      [intuneId, 'ready'],
      [intuneId, 'ready'],
    ]);
    expect(autoEnrolmentTask).toBe('no');
  });

  it('finds the auto-enrolment task above the enrolments', () => {
    const rows = json({
      TaskName: 'Schedule created by enrollment client for automatically enrolling in MDM from AAD',
      TaskPath: '\\Microsoft\\Windows\\EnterpriseMgmt\\',
      State: 1,
    });
    expect(facts(managementTasksProbe, { 'cim-management-tasks': rows })).toMatchObject({
      autoEnrolmentTask: 'yes',
      tasks: [{ enrolmentId: null, state: 'disabled' }],
    });
  });
});

describe('automatic enrolment', () => {
  it('reads the policy and the addresses of the join', () => {
    expect(facts(autoEnrolmentProbe, given('mdm-auto-enrolment'))).toMatchObject({
      policy: 'yes',
      credential: 'user',
      inScopeAtJoin: 'yes',
      tenants: [{ enrolmentUrl: expect.stringContaining('discovery.svc') }],
    });
  });

  it('is "no" where no policy is set, and unknown where the door is closed', () => {
    const without = { 'registry-policy-mdm': noKey, 'registry-cloud-domain-join': cloudJoin };
    expect(facts(autoEnrolmentProbe, without).policy).toBe('no');
    const closed = { ...without, 'registry-policy-mdm': unavailable('denied') };
    expect(facts(autoEnrolmentProbe, closed).policy).toBe('unknown');
  });

  it('knows a user who was outside the scope when the PC was joined', () => {
    const outside = ran(
      registry('HKLM', {
        'SYSTEM\\CurrentControlSet\\Control\\CloudDomainJoin\\TenantInfo\\8f1d0c9b-2a47-4e36-b5c8-19d7e6f3a042':
          { MdmEnrollmentUrl: text('') },
      }),
    );
    const read = (join: typeof outside) =>
      facts(autoEnrolmentProbe, {
        'registry-policy-mdm': noKey,
        'registry-cloud-domain-join': join,
      }).inScopeAtJoin;
    expect(read(outside)).toBe('no');
    expect(read(noKey)).toBe('unknown');
  });
});

describe('management events', () => {
  it('reads the failure number of an auto-enrolment, written in decimal', () => {
    expect(facts(managementEventsProbe, given('mdm-events'))).toMatchObject({
      autoEnrolment: { outcome: 'failed', code: '0x8018002b' },
      enrolment: null,
      failures: [{ event: 76, code: '0x8018002b' }],
    });
  });

  it.each([
    ['2149056555'],
    ['0x8018002B'],
    ['-2145910741'],
    [capture('event-dmedp-75-76-text-en.txt').split('\r\n')[1] ?? ''],
    ['Не удалось (0x8018002b)'],
  ])('finds the number in %s, whatever the field is called', (value) => {
    const events = eventLog({ id: 76, at: '2026-07-16T08:00:00.000Z', data: { Zprava: value } });
    expect(
      facts(managementEventsProbe, { 'events-mdm-enrolment': events }).autoEnrolment?.code,
    ).toBe('0x8018002b');
  });

  it('lets the newest event decide, in whatever order they come', () => {
    const events = eventLog(
      { id: 76, at: '2026-07-15T08:00:00.000Z', data: { HRESULT: '0x8018002a' } },
      { id: 75, at: '2026-07-16T08:00:00.000Z' },
    );
    expect(facts(managementEventsProbe, { 'events-mdm-enrolment': events })).toMatchObject({
      autoEnrolment: { outcome: 'succeeded', code: null },
      since: Date.UTC(2026, 6, 15, 8),
    });
  });

  it('makes no outcome of silence', () => {
    expect(facts(managementEventsProbe, { 'events-mdm-enrolment': ran('', 0) })).toEqual({
      autoEnrolment: null,
      enrolment: null,
      failures: [],
      since: null,
    });
  });

  it('reads sessions and installs', () => {
    expect(facts(managementSessionsProbe, given('mdm-sessions'))).toMatchObject({
      lastStart: Date.UTC(2026, 6, 16, 8, 15),
      lastEnd: Date.UTC(2026, 6, 16, 8, 16),
      failures: [{ event: 404, code: '0x86000011' }],
    });
    expect(facts(managementInstallsProbe, given('mdm-installs'))).toMatchObject({
      started: 1,
      finished: 0,
      failed: [{ event: 1924, code: '0x80070643' }],
    });
  });
});

describe('managed packages', () => {
  it('reads state and error of each, and knows the agent', () => {
    expect(facts(packagesProbe, given('mdm-packages')).packages).toEqual([
      expect.objectContaining({ user: null, state: 'done', error: null, isAgent: true }),
      expect.objectContaining({
        user: 'S-1-12-1-1-2-3-4',
        state: 'failed',
        rawState: 60,
        error: '0x80070643',
        isAgent: false,
      }),
    ]);
  });

  it('has none where the key is not there', () => {
    expect(facts(packagesProbe, { 'registry-managed-packages': noKey }).packages).toEqual([]);
  });
});

describe('the management agent', () => {
  it('reads apps and their errors', () => {
    expect(facts(extensionProbe, given('management-extension'))).toMatchObject({
      installed: 'yes',
      apps: [{ revision: '1', errorCode: '0x87d1041c' }],
    });
  });

  it('is not installed when all services answered and it did not', () => {
    const without = { ...given('management-extension'), 'cim-services': services() };
    expect(facts(extensionProbe, without).installed).toBe('no');
    const deaf = { ...without, 'cim-services': unavailable('blocked-by-policy') };
    expect(facts(extensionProbe, deaf).installed).toBe('unknown');
  });

  it('reads its log, with entries over several lines', () => {
    const read = facts(extensionLogProbe, given('management-extension-log'));
    expect(read).toMatchObject({ entries: 3, last: { component: 'AppWorkload' } });
    expect(read.problems).toEqual([
      {
        localTime: '2026-07-16T08:00:05.000',
        component: 'IntuneManagementExtension',
        level: 'error',
        text: 'Failed to get a token,\r\nretry later',
      },
    ]);
  });

  it('puts the log of apps in its place in time', () => {
    const line = (time: string) =>
      `<![LOG[App failed]LOG]!><time="${time}" date="7-16-2026" component="AppWorkload" context="" type="2" thread="1" file="">`;
    const both = {
      ...given('management-extension-log'),
      'file-management-extension-apps': ran(
        `${line('08:00:03.0000000')}\r\n${line('09:00:00.0')}`,
        null,
      ),
    };
    const read = facts(extensionLogProbe, both);
    expect(read).toMatchObject({ entries: 5, last: { localTime: '2026-07-16T09:00:00.0' } });
    expect(read.problems.map(({ level }) => level)).toEqual(['warning', 'error', 'warning']);
  });

  it('stands on one log where the other is missing', () => {
    const alone = {
      'file-management-extension-log': unavailable('absent'),
      'file-management-extension-apps': ran(logText, null),
    };
    expect(facts(extensionLogProbe, alone).entries).toBe(3);
  });

  it('takes a file full of openings in its stride', () => {
    expect(parseLog('<![LOG['.repeat(800_000))).toEqual([]);
  });

  it('leaves out entries cut at either end', () => {
    expect(parseLog(logText.slice(30, -30)).map(({ level }) => level)).toEqual(['error']);
  });

  it('keeps the last complaints only', () => {
    const many = Array.from({ length: 5 }, () => logText).join('\r\n');
    expect(lastProblems(parseLog(many), 2)).toHaveLength(2);
  });
});

describe('the exported report', () => {
  it('reads enrolments, times, areas and installations', () => {
    expect(readReport(reportXml)).toMatchObject({
      kind: 'ok',
      value: {
        enrolments: [
          { id: intuneId, kind: 'intune', state: 1, lastSuccess: Date.UTC(2026, 6, 16, 8, 15, 2) },
        ],
        policyAreas: ['BitLocker', 'Update'],
        installations: [{ status: 70, error: '0x00000000' }],
      },
    });
  });

  it.each([
    ['cut', reportXml.slice(0, 400)],
    ['of another kind', '<Unrelated/>'],
    ['a page', '<html><body>x</body></html>'],
    ['empty', ''],
  ])('refuses one that is %s', (_, xml) => {
    expect(readReport(xml)).toMatchObject({ kind: 'failed', reason: 'not-understood' });
  });

  it('has nothing to tell when it is empty but whole', () => {
    expect(readReport('<MDMEnterpriseDiagnosticsReport/>')).toEqual({
      kind: 'ok',
      value: { enrolments: [], policyAreas: [], installations: [] },
    });
  });
});
