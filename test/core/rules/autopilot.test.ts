import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../main/core/facts/index';
import { autopilotIdentityRules } from '../../../main/core/rules/autopilot-identity';
import { autopilotRules } from '../../../main/core/rules/autopilot';
import { devicePreparationRules } from '../../../main/core/rules/device-preparation';
import { setupStatusRules } from '../../../main/core/rules/setup-status';
import { judge } from '../make';
import {
  autopilot,
  autopilotEvents,
  category,
  hours,
  inSetup,
  item,
  laptop,
  machine,
  otherTenant,
  selfDeploying,
  services,
  stopped,
  tenant,
  tpm,
  tracking,
  type Some,
  version,
} from './make-managed';
import { proveFamily } from './prove';

const answered = (verdict: Facts['autopilot-events']['verdict']): Some => ({
  'autopilot-events': autopilotEvents({ verdict }),
});
const foreign: Some = {
  'autopilot-profile': autopilot({
    tenantMatched: 'no',
    ownerTenantId: otherTenant,
    ownerTenantDomain: 'contoso.com',
  }),
};
const failed: Some = {
  'autopilot-profile': autopilot({ error: { code: '0x80180014', reason: null } }),
};
const document: Facts['autopilot-offline-profile']['profile'] = {
  tenantId: tenant,
  tenantDomain: 'fabrikam.com',
  profileName: 'Offline',
  joinMethod: 'entra',
  forcedEnrolment: 'yes',
  oobe: null,
  deviceNameTemplate: null,
  registrationId: null,
  downloadedAt: null,
  deviceRegistration: null,
  statusPage: 'unknown',
  skipsDomainControllerCheck: 'unknown',
};
const offline = (ignoredByWindows: boolean): Some => ({
  'autopilot-offline-profile': {
    encoding: ignoredByWindows ? 'utf-8-bom' : 'ascii',
    ignoredByWindows,
    profile: document,
    comment: null,
  },
});
const preparation = (
  parts: Partial<Facts['device-preparation']> = {},
): Facts['device-preparation'] => ({
  used: 'yes',
  phase: 'running',
  rawHint: '3',
  page: {
    agentTimeoutSeconds: 900,
    pageTimeoutSeconds: 3600,
    errorMessage: 'Call 4711',
    allowsSkip: 'no',
    allowsDiagnostics: 'yes',
  },
  ...parts,
});

describe('Autopilot', () => {
  proveFamily(
    autopilotRules,
    [
      ['autopilot-not-registered', inSetup(answered('not-registered')), { severity: 'notice' }],
      [
        'autopilot-hardware-changed',
        inSetup(answered('hardware-changed')),
        { severity: 'attention' },
      ],
      ['autopilot-hardware-changed', laptop(answered('hardware-changed')), { severity: 'notice' }],
      [
        'autopilot-profile-deleted',
        inSetup(answered('profile-deleted')),
        { severity: 'attention' },
      ],
      [
        'autopilot-profile-not-assigned',
        inSetup(answered('no-profile-assigned')),
        { severity: 'attention', owner: 'tenant' },
      ],
      [
        'autopilot-other-tenant',
        inSetup(foreign),
        { severity: 'broken', values: { organisation: 'contoso.com' } },
      ],
      [
        'autopilot-other-tenant',
        laptop(foreign),
        { severity: 'notice', topics: ['autopilot', 'reset'] },
      ],
      ['autopilot-not-used', laptop({ 'autopilot-profile': autopilot({ disabled: 'yes' }) })],
      [
        'autopilot-download-failed',
        inSetup(failed),
        { severity: 'attention', codes: ['0x80180014'] },
      ],
      [
        'autopilot-profile-not-set',
        inSetup({ 'autopilot-events': autopilotEvents({ profileNotSet: 'yes' }) }),
        { severity: 'attention' },
      ],
      [
        'autopilot-profile-damaged',
        inSetup({
          'autopilot-policy-cache': {
            present: 'yes',
            profileAvailable: 'yes',
            joinMethod: 'unknown',
            mode: null,
            policy: null,
            damaged: true,
          },
        }),
        { severity: 'attention' },
      ],
      ['autopilot-offline-profile-ignored', inSetup(offline(true)), { severity: 'attention' }],
      ['autopilot-beats-device-preparation', laptop({ 'device-preparation': preparation() })],
      [
        'autopilot-sign-in-service-off',
        laptop({ services: services({ wlidsvc: stopped('disabled') }) }),
        { severity: 'notice' },
      ],
      [
        'serial-number-missing',
        laptop({ machine: machine({ serial: null }) }),
        { owner: 'vendor' },
      ],
    ],
    [
      [
        'autopilot-other-tenant',
        'nobody owns the registration',
        inSetup({ 'autopilot-profile': autopilot({ tenantMatched: 'no', ownerTenantId: null }) }),
      ],
      [
        'autopilot-other-tenant',
        'both are the same after all',
        inSetup({ 'autopilot-profile': autopilot({ tenantMatched: 'no' }) }),
      ],
      [
        'autopilot-download-failed',
        'the number says success',
        inSetup({
          'autopilot-profile': autopilot({ error: { code: '0x00000001', reason: null } }),
        }),
      ],
      ['autopilot-offline-profile-ignored', 'Windows reads this one', inSetup(offline(false))],
      [
        'autopilot-sign-in-service-off',
        'a server sets itself up in other ways',
        laptop({
          services: services({ wlidsvc: stopped('disabled') }),
          'windows-version': version({ family: 'server' }),
        }),
      ],
      [
        'serial-number-missing',
        'the firmware could not be read at all',
        laptop({ machine: machine({ serial: null, firmware: null }) }),
      ],
      [
        'serial-number-missing',
        'virtual hardware often has none',
        laptop({ machine: machine({ serial: null, virtual: 'yes' }) }),
      ],
    ],
  );

  it('of another organisation is why the profile did not come', () => {
    const both = autopilot({
      tenantMatched: 'no',
      ownerTenantId: otherTenant,
      error: { code: '0x80180014', reason: null },
    });
    const diagnosis = judge(inSetup({ 'autopilot-profile': both }));
    expect(diagnosis).toMatchObject({ state: 'broken', rootCause: 'autopilot-other-tenant' });
  });
});

const joining = (
  state: Facts['offline-domain-join']['state'],
  event: number,
  minutes: number,
): Some => ({
  'offline-domain-join': {
    applied: 'no',
    state,
    events: [{ event, at: hours(minutes / 60), code: null }],
  },
});
const weakChip: Some = {
  tpm: tpm({ attestationReady: 'no', canAttest: 'no' }),
  'autopilot-profile': autopilot(selfDeploying),
};

describe('the identity of a PC in set-up', () => {
  proveFamily(
    autopilotIdentityRules,
    [
      ['autopilot-chip-cannot-prove', inSetup(weakChip), { severity: 'broken' }],
      ['autopilot-chip-cannot-prove', laptop(weakChip), { severity: 'notice' }],
      [
        'autopilot-identity-failed',
        inSetup({
          'autopilot-events': autopilotEvents({ tpmIdentityFailed: 'yes' }),
          'autopilot-profile': autopilot(selfDeploying),
        }),
        { severity: 'broken' },
      ],
      [
        'autopilot-identity-failed',
        inSetup({ 'autopilot-events': autopilotEvents({ tpmIdentityFailed: 'yes' }) }),
        { severity: 'notice' },
      ],
      [
        'autopilot-identity-failed',
        laptop({
          'autopilot-events': autopilotEvents({ tpmIdentityFailed: 'yes' }),
          'autopilot-profile': autopilot(selfDeploying),
        }),
        { severity: 'notice' },
      ],
      [
        'domain-join-without-controller',
        inSetup(joining('no-connectivity', 100, 5)),
        { severity: 'broken', owner: 'network' },
      ],
      ['domain-join-waiting', inSetup(joining('waiting', 111, 5)), { severity: 'notice' }],
      ['domain-join-waiting', inSetup(joining('waiting', 111, 40)), { severity: 'attention' }],
    ],
    [
      [
        'autopilot-chip-cannot-prove',
        'a person signs in, so no proof is wanted',
        inSetup({ tpm: tpm({ attestationReady: 'no' }) }),
      ],
      ['domain-join-waiting', 'set-up was through long ago', laptop(joining('waiting', 111, 40))],
      [
        'domain-join-without-controller',
        'set-up was through long ago',
        laptop(joining('no-connectivity', 100, 5)),
      ],
    ],
  );

  it('fails because of the chip', () => {
    const diagnosis = judge(
      inSetup({
        ...weakChip,
        'autopilot-events': autopilotEvents({ tpmIdentityFailed: 'yes' }),
        'setup-tracking': tracking({
          categories: [category('device-preparation', 'failed', '0x81039001')],
        }),
      }),
    );
    expect(diagnosis).toMatchObject({ state: 'broken', rootCause: 'autopilot-chip-cannot-prove' });
  });
});

const failedIn = (
  name: Parameters<typeof category>[0],
  code: string | null,
  more: Partial<Facts['setup-tracking']> = {},
): Some => ({
  'setup-tracking': tracking({ categories: [category(name, 'failed', code)], ...more }),
});
const items = (...tracked: ReturnType<typeof item>[]): Some => ({
  'setup-tracking': tracking({ items: tracked }),
});
const closedPage: Facts['setup-tracking']['pages'] = [
  {
    enrolmentId: 'A',
    deviceShown: 'yes',
    userShown: 'yes',
    allowsReset: 'no',
    allowsRetry: 'no',
    allowsContinue: 'no',
    timeoutMinutes: 60,
    syncDone: 'no',
  },
];

describe('the set-up page', () => {
  proveFamily(
    setupStatusRules,
    [
      [
        'setup-device-preparation-failed',
        inSetup(failedIn('device-preparation', '0x81039001')),
        { severity: 'broken', codes: ['0x81039001'] },
      ],
      [
        'setup-device-failed',
        inSetup(failedIn('device-setup', '0x87d1041c')),
        { severity: 'broken', values: { part: 'Apps', code: '0x87d1041c' } },
      ],
      [
        'setup-device-failed',
        laptop(failedIn('device-setup', '0x87d1041c')),
        { severity: 'notice' },
      ],
      ['setup-account-failed', inSetup(failedIn('account-setup', null)), { severity: 'broken' }],
      [
        'setup-timed-out',
        inSetup(failedIn('device-setup', '0x800705b4')),
        { severity: 'broken', codes: ['0x800705b4'] },
      ],
      [
        'setup-waits-for-apps',
        inSetup(items(item('win32-app', 'in-progress', 'Win32App_1'))),
        { values: { count: 1, names: 'Win32App_1' }, severity: 'notice' },
      ],
      ['setup-waits-for-policies', inSetup(items(item('policy', 'not-started')))],
      ['setup-waits-for-certificates', inSetup(items(item('certificate', 'not-started')))],
      [
        'setup-app-failed',
        inSetup(items(item('win32-app', 'failed', 'Win32App_1'))),
        { severity: 'attention' },
      ],
      [
        'setup-page-without-way-out',
        inSetup(failedIn('device-setup', '0x87d1041c', { pages: closedPage })),
      ],
      [
        'setup-record-damaged',
        laptop({
          'setup-tracking': tracking({
            categories: [{ ...category('device-setup', 'unknown'), damaged: true }],
          }),
        }),
      ],
    ],
    [
      [
        'setup-device-failed',
        'a time-out has its own words',
        inSetup(failedIn('device-setup', '0x800705b4')),
      ],
      [
        'setup-waits-for-apps',
        'the list is old news after set-up',
        laptop(items(item('win32-app', 'in-progress'))),
      ],
      [
        'setup-page-without-way-out',
        'nothing failed yet',
        inSetup({ 'setup-tracking': tracking({ pages: closedPage }) }),
      ],
    ],
  );

  it('fails because of the app that failed', () => {
    const diagnosis = judge(
      inSetup(
        failedIn('device-setup', '0x87d1041c', { items: [item('win32-app', 'failed', 'App')] }),
      ),
    );
    expect(diagnosis).toMatchObject({ state: 'broken', rootCause: 'setup-app-failed' });
  });
});

describe('device preparation', () => {
  const wrong: Some = { ...failed, 'device-preparation': preparation() };
  proveFamily(
    devicePreparationRules,
    [
      ['device-preparation-failed', inSetup(wrong), { severity: 'broken', codes: ['0x80180014'] }],
      ['device-preparation-running', inSetup({ 'device-preparation': preparation() })],
    ],
    [
      [
        'device-preparation-failed',
        'its message is only what it would say',
        inSetup({ 'device-preparation': preparation() }),
      ],
      ['device-preparation-failed', 'set-up is through', laptop(wrong)],
      [
        'device-preparation-running',
        'set-up is through',
        laptop({ 'device-preparation': preparation() }),
      ],
    ],
  );

  it('that failed stands before the fault it left behind', () => {
    expect(judge(inSetup(wrong)).rootCause).toBe('device-preparation-failed');
  });
});
