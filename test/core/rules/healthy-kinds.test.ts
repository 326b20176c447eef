import { describe, expect, it } from 'vitest';
import type { ProbeId } from '../../../main/core/facts/index';
import type { Snapshot } from '../../../main/core/snapshot';
import { judge } from '../make';
import { without } from './make-device';
import {
  absent,
  antivirus,
  autopilot,
  autopilotEvents,
  calm,
  category,
  coManagement,
  days,
  enrolment,
  enrolments,
  firewall,
  hours,
  inSetup,
  item,
  kind,
  laptop,
  licence,
  notEnrolled,
  notJoinedRows,
  oneDrive,
  online,
  services,
  stopped,
  tpm,
  tracking,
  updates,
  version,
  volume,
  type Some,
} from './make-managed';

const noManagement: Some = {
  'mdm-enrolments': notEnrolled,
  'mdm-accounts': { accounts: [] },
  'mdm-tasks': { tasks: [], autoEnrolmentTask: 'no' },
  'mdm-auto-enrolment': {
    policy: 'no',
    credential: 'unknown',
    tenants: [],
    inScopeAtJoin: 'unknown',
  },
  'mdm-server-times': { servers: [] },
  'mdm-sessions': { lastStart: null, lastEnd: null, failures: [], since: null },
  'mdm-events': { autoEnrolment: null, enrolment: null, failures: [], since: null },
  'management-extension': { installed: 'no', apps: null },
  'autopilot-profile': autopilot({
    present: 'yes',
    disabled: 'yes',
    tenantMatched: 'no',
    signedInTenantId: null,
    ownerTenantId: null,
    ownerTenantDomain: null,
    profileName: null,
    oobe: null,
    registrationId: null,
  }),
  'autopilot-events': autopilotEvents({ verdict: 'not-registered' }),
  'setup-tracking': tracking({ categories: [], items: [] }),
  'bitlocker-policy': { demanded: 'no', escrowToEntra: 'no' },
  'endpoint-detection': { onboarded: 'no', organisationId: null },
  services: services({ intunemanagementextension: absent, sense: stopped('manual') }),
};
const unencrypted: Some = { bitlocker: volume({ state: 'off', protection: 'no' }) };
const noChip: Some = {
  tpm: tpm({
    present: 'no',
    version: null,
    initialized: 'no',
    readyForStorage: 'no',
    attestationReady: 'no',
  }),
  'secure-boot': { on: 'no', capable: 'no', certificateUpdate: null },
};
const noRecovery: Some = {
  'recovery-environment': {
    enabled: 'no',
    from: 'tool',
    disagree: false,
    location: null,
    bootEntry: null,
    operationPending: 'unknown',
  },
};
const registeredRows = {
  ...notJoinedRows,
  WorkplaceJoined: 'YES',
};
const workAccount = {
  'User State': 'WorkplaceJoined : YES',
};

/** One of every kind that is right as it is. */
const healthy: Readonly<Record<string, Snapshot>> = {
  'a managed laptop': laptop(),
  'a freshly reset one': laptop({
    'windows-version': version({ installedAt: hours(2) }),
    'operating-system': { systemDrive: 'C:', sku: 4, multiSession: 'no', startedAt: hours(1.5) },
    'mdm-events': {
      autoEnrolment: null,
      enrolment: { outcome: 'succeeded', at: hours(2), code: null },
      failures: [],
      since: hours(2),
    },
    'management-extension': { installed: 'no', apps: null },
    services: services({ intunemanagementextension: absent }),
    bitlocker: volume({ state: 'encrypting', encryptedPercent: 30, protection: 'no' }),
    'key-escrow': { last: null, saved: [], since: null },
    'antivirus-products': antivirus('yes', 'no'),
    defender: { ...calm.defender!, signatureAgeDays: 45 },
    onedrive: oneDrive('local', { accounts: [], workAccount: 'no' }),
    licence: licence('first-grace', 40_000),
    'windows-update': updates({ lastFound: null }),
  }),
  'one in its out-of-box set-up': inSetup({
    ...noManagement,
    ...unencrypted,
    'setup-tracking': tracking({
      categories: [category('device-setup', 'in-progress')],
      items: [item('win32-app', 'in-progress'), item('certificate', 'not-started')],
    }),
    'autopilot-profile': autopilot(),
    'autopilot-events': autopilotEvents(),
    defender: { ...calm.defender!, signatureAgeDays: 60, realTime: 'no' },
    'antivirus-products': antivirus('no', 'no'),
    tpm: tpm({ readyForStorage: 'no', initialized: 'no' }),
    licence: licence('first-grace', 40_000),
  }),
  'a private PC with a work account': laptop(
    { ...noManagement, ...unencrypted, ...noRecovery, onedrive: oneDrive('local') },
    { rows: registeredRows, extra: workAccount },
  ),
  'a private PC without any': laptop(
    {
      ...noManagement,
      ...unencrypted,
      ...noChip,
      'windows-version': version({
        edition: 'Core',
        home: 'yes',
        build: 19045,
        family: 'windows-10',
      }),
      onedrive: oneDrive('local', { accounts: [], workAccount: 'no' }),
    },
    { rows: notJoinedRows },
  ),
  'a virtual desktop for many': laptop({
    ...noManagement,
    ...unencrypted,
    ...noChip,
    ...noRecovery,
    'virtual-desktop': kind({ kind: 'multi-session-host', sessionHost: 'yes', virtual: 'yes' }),
    'session-host-agent': {
      installed: 'yes',
      services: [{ name: 'RDAgentBootLoader', running: 'yes' }],
    },
    'windows-version': version({ edition: 'ServerRdsh' }),
    services: services({
      intunemanagementextension: absent,
      wuauserv: stopped('disabled'),
      sense: stopped('manual'),
    }),
  }),
  'a server': laptop(
    {
      ...noManagement,
      ...unencrypted,
      ...noChip,
      ...noRecovery,
      'windows-version': version({ edition: 'ServerStandard', build: 20348, family: 'server' }),
      'virtual-desktop': kind({ kind: 'virtual-machine', virtual: 'yes' }),
      'antivirus-products': { products: [] },
      firewall: firewall('no', 'policy'),
    },
    {
      rows: { ...notJoinedRows, DomainJoined: 'YES', 'Executing Account Name': 'FABRIKAM\\admin' },
    },
  ),
  'a Cloud PC': laptop({
    ...unencrypted,
    ...noRecovery,
    ...noChip,
    'virtual-desktop': kind({
      kind: 'cloud-pc',
      cloudPc: 'yes',
      sessionHost: 'yes',
      virtual: 'yes',
    }),
    'session-host-agent': {
      installed: 'yes',
      services: [{ name: 'RDAgentBootLoader', running: 'yes' }],
    },
    'mdm-enrolments': enrolments({
      enrolments: [enrolment({ user: 'foouser@fabrikam.com', standInUser: 'yes' })],
    }),
  }),
  'a laptop on a train': laptop({
    'network-profiles': online('no-traffic'),
    power: { hasBattery: 'yes', onMains: 'no', charge: 31 },
    'mdm-sessions': { lastStart: days(9), lastEnd: days(9), failures: [], since: days(20) },
    'mdm-server-times': {
      servers: [
        {
          id: enrolment().id,
          lastSuccess: days(9),
          lastFailure: days(1),
          lastAccess: days(9),
          lastResult: '0x80072ee7',
        },
      ],
    },
    defender: { ...calm.defender!, signatureAgeDays: 9 },
    'antivirus-products': antivirus('yes', 'no'),
    'windows-update': updates({
      lastFound: days(9),
      failures: [1, 3, 5].map((ago) => ({ event: 25, at: days(ago), code: '0x8024402c' })),
    }),
  }),
  'one that was switched on after a holiday': laptop({
    'operating-system': { systemDrive: 'C:', sku: 4, multiSession: 'no', startedAt: hours(0.1) },
    'mdm-sessions': { lastStart: days(21), lastEnd: days(21), failures: [], since: days(40) },
    'mdm-server-times': { servers: [] },
    defender: { ...calm.defender!, signatureAgeDays: 21 },
    'antivirus-products': antivirus('yes', 'no'),
    services: services({ intunemanagementextension: stopped(), sense: stopped() }),
    'windows-update': updates({ lastFound: days(21) }),
  }),
  'a long-term edition': laptop({
    'windows-version': version({
      build: 19044,
      edition: 'EnterpriseS',
      displayVersion: '21H2',
      family: 'windows-10',
    }),
  }),
  'a domain PC with Configuration Manager': laptop(
    {
      'co-management': coManagement(),
      services: services({
        ccmexec: {
          installed: 'yes',
          running: 'yes',
          start: 'automatic',
          exitCode: 0,
          processId: 4216,
        },
      }),
      'bitlocker-policy': { demanded: 'no', escrowToEntra: 'no' },
      'windows-update': updates({ server: 'https://wsus.corp.fabrikam.com:8531' }),
    },
    {
      rows: { DomainJoined: 'YES', 'Executing Account Name': 'FABRIKAM\\jdoe, j.doe@fabrikam.com' },
    },
  ),
  'a domain PC that only Configuration Manager manages': laptop(
    {
      ...noManagement,
      'mdm-enrolments': { ...notEnrolled, externallyManaged: 'yes' },
      'co-management': coManagement({ on: 'no', flags: 0, intuneWorkloads: [] }),
    },
    {
      rows: { DomainJoined: 'YES', 'Executing Account Name': 'FABRIKAM\\jdoe, j.doe@fabrikam.com' },
    },
  ),
};

const alarms = (snapshot: Snapshot): string[] =>
  judge(snapshot)
    .findings.filter(({ severity }) => severity !== 'notice')
    .map(({ id }) => id);

describe.each(Object.entries(healthy).map(([name, device]) => ({ name, device })))(
  '$name',
  ({ device }) => {
    it('raises no alarm', () => {
      expect(alarms(device)).toEqual([]);
      expect(judge(device).rootCause).toBeNull();
    });

    it('raises none when a reading is missing either', () => {
      for (const id of Object.keys(device.readings) as ProbeId[])
        expect(alarms(without(device, id)), id).toEqual([]);
    });

    it('raises none when an answer inside a reading is not known', () => {
      for (const [path, changed] of unanswered(device)) expect(alarms(changed), path).toEqual([]);
    });
  },
);

/** Every yes and no of a device in turn, as if nobody had been able to tell. */
const unanswered = (device: Snapshot): [string, Snapshot][] =>
  Object.entries(device.readings).flatMap(([id, reading]) =>
    id === 'device-registration'
      ? []
      : doubted(reading).map(([path, changed]): [string, Snapshot] => [
          `${id}${path}`,
          { ...device, readings: { ...device.readings, [id]: changed } },
        ]),
  );

const doubted = (value: unknown): [string, unknown][] => {
  if (value === 'yes' || value === 'no') return [['', 'unknown']];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    doubted(inner).map(([path, changed]): [string, unknown] => [
      `.${key}${path}`,
      Array.isArray(value)
        ? value.map((entry: unknown, at) => (String(at) === key ? changed : entry))
        : { ...value, [key]: changed },
    ]),
  );
};
