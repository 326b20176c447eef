import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../main/core/facts/index';
import { pendingRestartRules } from '../../../main/core/rules/pending-restart';
import { updateRules } from '../../../main/core/rules/updates';
import { windowsRecoveryRules } from '../../../main/core/rules/windows-recovery';
import { windowsVersionRules } from '../../../main/core/rules/windows-version';
import { judge, soonAfter } from '../make';
import {
  autopilot,
  calm,
  days,
  hours,
  inSetup,
  kind,
  laptop,
  markers,
  online,
  services,
  stopped,
  updates,
  version,
  type Some,
} from './make-managed';
import { proveFamily } from './prove';

const recovery = (parts: Partial<Facts['recovery-environment']>): Some => ({
  'recovery-environment': {
    enabled: 'yes',
    from: 'file',
    disagree: false,
    location: '\\Recovery\\WindowsRE',
    bootEntry: '{1f2e3d4c-0000-4111-8222-933333333333}',
    operationPending: 'no',
    ...parts,
  },
});
const space = (free: number): Some => ({
  'disk-space': {
    systemDrive: 'C:',
    volumes: [
      { letter: 'D:', fileSystem: 'NTFS', size: 9e11, free: 1 },
      { letter: 'C:', fileSystem: 'NTFS', size: 256 * 1024 ** 3, free },
    ],
  },
});
const broken = (breaks: 'reset' | 'recovery-input'): Some => ({
  'windows-version': version({
    build: 22631,
    revision: 5768,
    breakages: [{ id: 'x', breaks, update: 'KB1', mendedBy: 'KB2', source: 'https://x' }],
  }),
});
const cloudPc: Some = { 'virtual-desktop': kind({ kind: 'cloud-pc', cloudPc: 'yes' }) };
const hybrid = {
  rows: { DomainJoined: 'YES', 'Executing Account Name': 'FABRIKAM\\jdoe, j@fabrikam.com' },
};

describe('ways back', () => {
  proveFamily(
    windowsRecoveryRules,
    [
      [
        'reset-broken-by-update',
        laptop(broken('reset')),
        {
          severity: 'notice',
          topics: ['reset'],
          values: { version: '22631.5768', update: 'KB1', mendedBy: 'KB2' },
        },
      ],
      ['recovery-keyboard-broken-by-update', laptop(broken('recovery-input'))],
      ['recovery-switched-off', laptop(recovery({ enabled: 'no' })), { severity: 'notice' }],
      ['recovery-not-found', laptop(recovery({ location: null, bootEntry: null }))],
      ['recovery-records-differ', laptop(recovery({ disagree: true }))],
      ['recovery-operation-waiting', laptop(recovery({ operationPending: 'yes' }))],
      [
        'reset-lacks-space',
        laptop(space(6 * 1024 ** 3)),
        { severity: 'notice', certainty: 'possible', values: { free: 6, wanted: 10 } },
      ],
      [
        'system-drive-full',
        laptop(space(100 * 1024 ** 2)),
        { severity: 'attention', values: { free: 100 } },
      ],
      ['reset-needs-mains', laptop({ power: { hasBattery: 'yes', onMains: 'no', charge: 20 } })],
      ['autopilot-reset-not-for-hybrid', laptop({}, hybrid), { severity: 'notice' }],
      [
        'windows-installed-recently',
        laptop({ 'windows-version': version({ installedAt: days(2) }) }),
        { values: { days: 2 } },
      ],
    ],
    [
      [
        'recovery-switched-off',
        'a Cloud PC has none',
        laptop({ ...recovery({ enabled: 'no' }), ...cloudPc }),
      ],
      [
        'recovery-switched-off',
        'a server',
        laptop({
          ...recovery({ enabled: 'no' }),
          'windows-version': version({ family: 'server' }),
        }),
      ],
      ['recovery-not-found', 'one mark is enough', laptop(recovery({ location: null }))],
      ['reset-lacks-space', 'another drive is full', laptop(space(60 * 1024 ** 3))],
      [
        'reset-needs-mains',
        'there is no battery to run down',
        laptop({ power: { hasBattery: 'no', onMains: 'unknown', charge: null } }),
      ],
      ['autopilot-reset-not-for-hybrid', 'it is in no domain', laptop()],
    ],
  );

  it('that are closed leave the PC healthy', () => {
    const facts = { ...recovery({ enabled: 'no' }), ...space(6 * 1024 ** 3), ...broken('reset') };
    expect(judge(laptop(facts))).toMatchObject({ state: 'healthy', rootCause: null });
  });
});

describe('the version of Windows', () => {
  const home = version({ edition: 'Core', home: 'yes' });
  proveFamily(
    windowsVersionRules,
    [
      [
        'windows-out-of-support',
        laptop({ 'windows-version': version({ build: 22621, displayVersion: '22H2' }) }),
        { severity: 'notice', values: { version: '22H2' } },
      ],
      ['windows-home-edition', laptop({ 'windows-version': home }), { severity: 'notice' }],
      ['windows-home-edition', inSetup({ 'windows-version': home }), { severity: 'broken' }],
    ],
    [
      [
        'windows-out-of-support',
        'long-term editions live longer',
        laptop({
          'windows-version': version({
            build: 19044,
            edition: 'EnterpriseS',
            family: 'windows-10',
          }),
        }),
      ],
      [
        'windows-out-of-support',
        'Enterprise lives longer than Pro',
        laptop({ 'windows-version': version({ build: 22631 }) }),
      ],
      [
        'windows-out-of-support',
        'a server has other dates',
        laptop({ 'windows-version': version({ build: 22621, family: 'server' }) }),
      ],
      [
        'windows-out-of-support',
        'nobody knows what day it is',
        laptop({ 'windows-version': version({ build: 22621 }) }, { observedAt: null }),
      ],
    ],
  );

  it('of a private PC in set-up is nobody’s business', () => {
    const facts = {
      'windows-version': home,
      'autopilot-profile': autopilot({ ownerTenantId: null, registrationId: null }),
    };
    expect(judge(inSetup(facts)).state).toBe('healthy');
  });

  it('ends for Pro before it ends for Enterprise', () => {
    const at = (edition: string) =>
      judge(laptop({ 'windows-version': version({ build: 22631, edition }) })).findings.some(
        ({ id }) => id === 'windows-out-of-support',
      );
    expect([at('Professional'), at('Enterprise')]).toEqual([true, false]);
  });
});

describe('a restart that waits', () => {
  proveFamily(
    pendingRestartRules,
    [
      ['restart-waits-for-updates', laptop({ 'pending-restart': markers('windows-update') })],
      ['updates-being-installed', laptop({ 'pending-restart': markers('servicing-in-progress') })],
      ['restart-waits-for-new-name', laptop({ 'pending-restart': markers('computer-name') })],
      ['restart-waits-for-domain-join', laptop({ 'pending-restart': markers('domain-join') })],
      [
        'no-restart-for-weeks',
        laptop({
          'operating-system': {
            systemDrive: 'C:',
            sku: 4,
            multiSession: 'no',
            startedAt: days(40),
          },
        }),
        { values: { days: 40 } },
      ],
    ],
    [
      [
        'no-restart-for-weeks',
        'servers run for months',
        laptop({
          'operating-system': {
            systemDrive: 'C:',
            sku: 8,
            multiSession: 'no',
            startedAt: days(90),
          },
          'windows-version': version({ family: 'server' }),
        }),
      ],
      [
        'restart-waits-for-updates',
        'renamed files alone say nothing',
        laptop({ 'pending-restart': markers('file-renames') }),
      ],
    ],
  );

  it('never changes the verdict', () => {
    const all = markers('servicing', 'windows-update', 'computer-name', 'domain-join');
    expect(judge(laptop({ 'pending-restart': all })).state).toBe('healthy');
  });
});

const failure = (at: number, code = '0x80070643') => ({ event: 31, at, code });
const failing = [failure(days(1)), failure(days(2)), failure(days(4))];

describe('updates', () => {
  proveFamily(
    updateRules,
    [
      [
        'updates-failing',
        laptop({ 'windows-update': updates({ failures: failing, lastFound: days(6) }) }),
        { severity: 'attention', codes: ['0x80070643'] },
      ],
      [
        'updates-paused',
        laptop({ 'windows-update': updates({ pausedUntil: soonAfter + 3 * 86_400_000 }) }),
        { severity: 'notice', values: { days: 3 } },
      ],
      [
        'updates-none-for-weeks',
        laptop({ 'windows-update': updates({ lastFound: days(50) }) }),
        { values: { days: 50 } },
      ],
      [
        'updates-from-company-server',
        laptop({ 'windows-update': updates({ server: 'https://wsus.corp.fabrikam.com:8531' }) }),
      ],
      [
        'update-service-disabled',
        laptop({ services: services({ wuauserv: stopped('disabled') }) }),
        { severity: 'attention' },
      ],
    ],
    [
      [
        'updates-failing',
        'something was found since',
        laptop({ 'windows-update': updates({ failures: failing, lastFound: hours(3) }) }),
      ],
      [
        'updates-failing',
        'it was one bad afternoon',
        laptop({
          'windows-update': updates({
            failures: [failure(hours(1)), failure(hours(2)), failure(hours(3))],
            lastFound: days(6),
          }),
        }),
      ],
      [
        'updates-failing',
        'the laptop was merely away',
        laptop({
          'windows-update': updates({
            failures: failing.map(({ at }) => failure(at, '0x8024402c')),
            lastFound: days(6),
          }),
        }),
      ],
      [
        'updates-paused',
        'the pause is over',
        laptop({ 'windows-update': updates({ pausedUntil: hours(1) }) }),
      ],
      [
        'updates-failing',
        'that was last month',
        laptop({
          'windows-update': updates({
            failures: [failure(days(31)), failure(days(33)), failure(days(35))],
            lastFound: days(40),
          }),
        }),
      ],
      [
        'updates-failing',
        'a server is kept by others',
        laptop({
          'windows-update': updates({ failures: failing, lastFound: days(6) }),
          'windows-version': version({ family: 'server' }),
        }),
      ],
      ['updates-none-for-weeks', 'the last one is two days old', laptop()],
      [
        'updates-none-for-weeks',
        'a server is kept by others',
        laptop({
          'windows-update': updates({ lastFound: days(50) }),
          'windows-version': version({ family: 'server' }),
        }),
      ],
      [
        'updates-none-for-weeks',
        'it was just switched on',
        laptop({
          'windows-update': updates({ lastFound: days(50) }),
          'operating-system': {
            systemDrive: 'C:',
            sku: 4,
            multiSession: 'no',
            startedAt: hours(1),
          },
        }),
      ],
      [
        'updates-none-for-weeks',
        'the laptop is not connected',
        laptop({
          'windows-update': updates({ lastFound: days(50) }),
          'network-profiles': online('no-traffic'),
        }),
      ],
      [
        'update-service-disabled',
        'images of virtual desktops are updated elsewhere',
        laptop({
          services: services({ wuauserv: stopped('disabled') }),
          'virtual-desktop': kind({ kind: 'session-host', virtual: 'yes' }),
        }),
      ],
    ],
  );

  it('that fail follow from a full drive', () => {
    const facts = { 'windows-update': updates({ failures: failing, lastFound: days(6) }) };
    const diagnosis = judge(laptop({ ...calm, ...facts, ...space(100 * 1024 ** 2) }));
    expect(diagnosis.rootCause).toBe('system-drive-full');
    expect(diagnosis.findings.find(({ id }) => id === 'updates-failing')?.causedBy).toBe(
      'system-drive-full',
    );
  });
});
