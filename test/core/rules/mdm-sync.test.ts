import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../main/core/facts/index';
import { managementExtensionRules } from '../../../main/core/rules/management-extension';
import { mdmSyncRules } from '../../../main/core/rules/mdm-sync';
import { judge } from '../make';
import {
  absent,
  days,
  enrolmentId,
  hours,
  inSetup,
  laptop,
  notEnrolled,
  online,
  services,
  stopped,
  version,
  type Some,
} from './make-managed';
import { proveFamily } from './prove';

const silentFor = (hoursAgo: number, more: Some = {}): Some => ({
  'mdm-sessions': {
    lastStart: hours(hoursAgo),
    lastEnd: hours(hoursAgo),
    failures: [],
    since: days(60),
  },
  ...more,
});
const failing: Some = {
  'mdm-server-times': {
    servers: [
      {
        id: enrolmentId,
        lastSuccess: hours(3),
        lastFailure: hours(1),
        lastAccess: hours(1),
        lastResult: '0x80072f8f',
      },
    ],
  },
};
const justStarted: Some = {
  'operating-system': { systemDrive: 'C:', sku: 4, multiSession: 'no', startedAt: hours(0.1) },
};

describe('the sync with management', () => {
  proveFamily(
    mdmSyncRules,
    [
      [
        'management-sync-late',
        laptop(silentFor(12)),
        { severity: 'notice', values: { hours: 12, days: 0 } },
      ],
      ['management-sync-late', laptop(silentFor(24 * 8)), { severity: 'attention' }],
      [
        'management-sync-lost',
        laptop(silentFor(24 * 31)),
        { severity: 'attention', values: { days: 31 } },
      ],
      ['management-session-failing', laptop(failing), { codes: ['0x80072f8f'] }],
      [
        'management-settings-refused',
        laptop({
          'mdm-sessions': {
            lastStart: hours(2),
            lastEnd: hours(2),
            failures: [{ event: 404, at: hours(2), code: '0x86000011' }],
            since: days(9),
          },
        }),
        { severity: 'notice', certainty: 'possible' },
      ],
      [
        'management-push-service-off',
        laptop({ services: services({ dmwappushservice: stopped('disabled') }) }),
        { severity: 'notice' },
      ],
    ],
    [
      ['management-sync-late', 'seven hours are usual', laptop(silentFor(7))],
      [
        'management-sync-late',
        'a PC without internet cannot sync',
        laptop(silentFor(40, { 'network-profiles': online('no-traffic') })),
      ],
      ['management-sync-late', 'it was just switched on', laptop(silentFor(64, justStarted))],
      ['management-sync-late', 'set-up is not through', inSetup(silentFor(64))],
      [
        'management-sync-lost',
        'it is not managed',
        laptop(silentFor(24 * 60, { 'mdm-enrolments': notEnrolled })),
      ],
      [
        'management-session-failing',
        'nobody manages this PC any more',
        laptop({ ...failing, 'mdm-enrolments': notEnrolled }),
      ],
      [
        'management-session-failing',
        'a PC without internet cannot succeed',
        laptop({ ...failing, 'network-profiles': online('no-traffic') }),
      ],
      [
        'management-settings-refused',
        'nobody manages this PC any more',
        laptop({
          'mdm-enrolments': notEnrolled,
          'mdm-sessions': {
            lastStart: hours(2),
            lastEnd: hours(2),
            failures: [{ event: 404, at: hours(2), code: '0x86000011' }],
            since: days(9),
          },
        }),
      ],
      [
        'management-settings-refused',
        'that was last month',
        laptop({
          'mdm-sessions': {
            lastStart: hours(2),
            lastEnd: hours(2),
            failures: [{ event: 404, at: days(30), code: '0x86000011' }],
            since: days(40),
          },
        }),
      ],
      [
        'management-push-service-off',
        'nobody manages this PC',
        laptop({
          services: services({ dmwappushservice: stopped('disabled') }),
          'mdm-enrolments': notEnrolled,
        }),
      ],
      [
        'management-session-failing',
        'the failure is older than the success',
        laptop({
          'mdm-server-times': {
            servers: [
              {
                id: enrolmentId,
                lastSuccess: hours(1),
                lastFailure: hours(3),
                lastAccess: hours(1),
                lastResult: '0x80072f8f',
              },
            ],
          },
        }),
      ],
    ],
  );

  it('counts the older of its two witnesses', () => {
    const diagnosis = judge(
      laptop({
        'mdm-server-times': {
          servers: [
            {
              id: enrolmentId,
              lastSuccess: days(35),
              lastFailure: null,
              lastAccess: null,
              lastResult: null,
            },
          ],
        },
      }),
    );
    expect(diagnosis.rootCause).toBe('management-sync-lost');
    expect(diagnosis.findings.find(({ id }) => id === 'management-sync-late')?.causedBy).toBe(
      'management-sync-lost',
    );
  });
});

const app = (errorCode: string | null): Some => ({
  'management-extension': {
    installed: 'yes',
    apps: [{ userId: '0', appId: 'A1', revision: '1', errorCode }],
  },
});
const agent = (state: ReturnType<typeof stopped>, more: Some = {}): Some => ({
  services: services({ intunemanagementextension: state }),
  ...more,
});
const complaint = {
  localTime: '2026-09-14T07:00:00',
  component: 'IntuneManagementExtension',
  level: 'error' as const,
  text: 'Something failed',
};
const agentPackage: Facts['mdm-packages'] = {
  packages: [
    {
      user: null,
      product: '{A}',
      state: 'failed',
      rawState: 60,
      error: '0x80072ee7',
      isAgent: true,
    },
  ],
};
const failedInstall = (finished: number): Some => ({
  'mdm-installs': {
    started: 1,
    finished,
    failed: [{ event: 1924, at: days(1), code: '0x80070643' }],
    since: days(9),
  },
});

describe('company apps', () => {
  proveFamily(
    managementExtensionRules,
    [
      ['app-agent-stopped', laptop(agent(stopped())), { severity: 'attention' }],
      ['app-agent-disabled', laptop(agent(stopped('disabled')))],
      [
        'app-agent-missing',
        laptop({
          'management-extension': { installed: 'no', apps: null },
          ...agent(absent),
        }),
        { severity: 'notice' },
      ],
      [
        'app-agent-install-failed',
        laptop({
          'mdm-packages': agentPackage,
        }),
        { codes: ['0x80072ee7'] },
      ],
      [
        'app-agent-complains',
        laptop({
          'management-extension-log': {
            entries: 9,
            names: [],
            last: complaint,
            problems: [complaint],
          },
        }),
        { severity: 'notice', certainty: 'possible' },
      ],
      [
        'apps-failing',
        laptop(app('0x87d1041c')),
        { codes: ['0x87d1041c'], values: { count: 1, code: '0x87d1041c' } },
      ],
      ['apps-wait-for-restart', laptop(app('0x00000bc2')), { severity: 'notice' }],
      ['installer-failing', laptop(failedInstall(0)), { severity: 'attention' }],
      ['installer-failing', laptop(failedInstall(3)), { severity: 'notice' }],
    ],
    [
      ['app-agent-stopped', 'Windows starts it late', laptop(agent(stopped(), justStarted))],
      ['app-agent-stopped', 'set-up is not through', inSetup(agent(stopped()))],
      [
        'app-agent-missing',
        'Windows is new',
        laptop({
          'management-extension': { installed: 'no', apps: null },
          'windows-version': version({ installedAt: hours(5) }),
        }),
      ],
      ['apps-failing', 'it only wants a restart', laptop(app('0x00000bc2'))],
      ...(['app-agent-stopped', 'app-agent-disabled'] as const).map(
        (id) =>
          [
            id,
            'nobody manages this PC any more',
            laptop(
              agent(stopped(id === 'app-agent-stopped' ? 'automatic' : 'disabled'), {
                'mdm-enrolments': notEnrolled,
              }),
            ),
          ] as const,
      ),
      [
        'app-agent-missing',
        'set-up is not through',
        inSetup({ 'management-extension': { installed: 'no', apps: null } }),
      ],
      [
        'app-agent-install-failed',
        'nobody manages this PC any more',
        laptop({ 'mdm-packages': agentPackage, 'mdm-enrolments': notEnrolled }),
      ],
      [
        'installer-failing',
        'that was last month',
        laptop({
          'mdm-installs': {
            started: 1,
            finished: 0,
            failed: [{ event: 1924, at: days(30), code: '0x80070643' }],
            since: days(40),
          },
        }),
      ],
      [
        'app-agent-missing',
        'nobody manages this PC',
        laptop({
          'management-extension': { installed: 'no', apps: null },
          'mdm-enrolments': notEnrolled,
        }),
      ],
      [
        'apps-failing',
        'they are left over from an earlier management',
        laptop({ ...app('0x87d1041c'), 'mdm-enrolments': notEnrolled }),
      ],
      ['apps-failing', 'nothing was wrong', laptop(app(null))],
    ],
  );

  it('that fail follow from an agent that does not run', () => {
    const diagnosis = judge(laptop({ ...app('0x87d1041c'), ...agent(stopped()) }));
    expect(diagnosis.rootCause).toBe('app-agent-stopped');
    expect(diagnosis.findings.find(({ id }) => id === 'apps-failing')?.causedBy).toBe(
      'app-agent-stopped',
    );
  });
});
