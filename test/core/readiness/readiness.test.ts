import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../main/core/facts/index';
import { kinds } from '../../../main/core/readiness/kinds';
import { readinessOf } from '../../../main/core/readiness/readiness';
import type { LineId } from '../../../main/core/readiness/line';
import type { Tri } from '../../../main/core/reading';
import type { Snapshot } from '../../../main/core/snapshot';
import { english } from '../../../strings/for-terminal';
import type { Changes } from '../make';
import {
  autopilot,
  autopilotEvents,
  kind,
  markers,
  notEnrolled,
  notJoinedRows,
  oneDrive,
  version,
  volume,
  type Some,
} from '../rules/make-managed';
import { device, recovery, seenBy, unread } from './make';

const hybridRows: Changes = {
  DomainJoined: 'YES',
  'Executing Account Name': 'FABRIKAM\\jdoe, john.doe@fabrikam.com',
};
const controller: Some = {
  'domain-controller': {
    found: {
      host: 'dc1.corp.fabrikam.com',
      address: null,
      domainGuid: null,
      domain: null,
      forest: null,
      site: null,
      ourSite: null,
      flags: 0,
    },
    failure: null,
  },
};
const noController: Some = {
  'domain-controller': { found: null, failure: { number: 1355, symbol: 'ERROR_NO_SUCH_DOMAIN' } },
};

const of = (snapshot: Snapshot, id: string) => {
  const found = readinessOf(snapshot).find((one) => one.kind.id === id);
  if (!found) throw new Error(`no kind ${id}`);
  return found;
};
const lineOf = (snapshot: Snapshot, id: LineId, of_ = 'local-remove') =>
  of(snapshot, of_).lines.find((line) => line.id === id);

const losses = (lost: Tri): Facts['reset-losses'] => ({
  losses: [{ kind: 'mail-files', lost, names: lost === 'yes' ? ['C:\\Mail\\old.pst'] : null }],
});
const power = (parts: Partial<Facts['power']>): Some => ({
  power: { hasBattery: 'yes', onMains: 'yes', charge: 40, ...parts },
});
const accounts = (parts: Partial<Facts['local-accounts']>): Some => ({
  'local-accounts': { accounts: [], passwordKeptIn: 'nowhere', managedName: null, ...parts },
});
const escrow = (outcome: 'saved' | 'failed' | null): Some => ({
  'key-escrow': {
    last: outcome === null ? null : { outcome, at: 1, protector: null, code: null },
    saved: [],
    since: 1,
  },
});
const broken = (breaks: 'reset' | 'recovery-input'): Some => ({
  'windows-version': version({
    build: 22631,
    revision: 5768,
    breakages: [{ id: 'x', breaks, update: 'KB1', mendedBy: 'KB2', source: 'https://x' }],
  }),
});

/** One stand-in device a row: what differs from the prepared one, and what has to be said about it. */
const stands: readonly (readonly [
  name: string,
  line: LineId,
  state: Tri,
  reason: string,
  snapshot: Snapshot,
  kind?: string,
])[] = [
  ['a laptop', 'resettable', 'yes', 'physical', device()],
  [
    'a Cloud PC',
    'resettable',
    'no',
    'cloud-pc',
    device({ 'virtual-desktop': kind({ kind: 'cloud-pc' }) }),
  ],
  [
    'a shared desktop',
    'resettable',
    'no',
    'shared',
    device({ 'virtual-desktop': kind({ kind: 'multi-session-host' }) }),
  ],
  [
    'a server',
    'resettable',
    'no',
    'server',
    device({ 'windows-version': version({ family: 'server' }) }),
  ],
  ['nobody knows what', 'resettable', 'unknown', 'not-read', unread(device(), 'virtual-desktop')],
  ['repair tools on', 'recovery', 'yes', 'on', device()],
  [
    'repair tools off',
    'recovery',
    'no',
    'off',
    device({ 'recovery-environment': { ...recovery, enabled: 'no' } }),
  ],
  [
    'repair tools nowhere',
    'recovery',
    'no',
    'not-found',
    device({ 'recovery-environment': { ...recovery, location: null, bootEntry: null } }),
  ],
  [
    'two records differ',
    'recovery',
    'no',
    'records-differ',
    device({ 'recovery-environment': { ...recovery, disagree: true } }),
  ],
  [
    'repair tools unread',
    'recovery',
    'unknown',
    'not-read',
    unread(device(), 'recovery-environment'),
  ],
  [
    'repair tools half read',
    'recovery',
    'unknown',
    'not-read',
    device({ 'recovery-environment': { ...recovery, enabled: 'unknown' } }),
  ],
  ['nothing waits', 'waiting', 'yes', 'nothing', device()],
  [
    'a repair waits',
    'waiting',
    'no',
    'operation',
    device({ 'recovery-environment': { ...recovery, operationPending: 'yes' } }),
  ],
  [
    'waiting unread',
    'waiting',
    'unknown',
    'not-read',
    device({ 'recovery-environment': { ...recovery, operationPending: 'unknown' } }),
  ],
  [
    'a restart waits',
    'restart',
    'no',
    'wanted',
    device({ 'pending-restart': markers('windows-update') }),
  ],
  ['plugged in', 'power', 'yes', 'mains', device()],
  ['on battery', 'power', 'no', 'battery', device(power({ onMains: 'no' }))],
  [
    'a desktop PC',
    'power',
    'yes',
    'no-battery',
    device(power({ hasBattery: 'no', onMains: 'unknown' })),
  ],
  ['power unread', 'power', 'unknown', 'not-read', unread(device(), 'power')],
  ['power half read', 'power', 'unknown', 'not-read', device(power({ onMains: 'unknown' }))],
  ['room enough', 'space', 'yes', 'enough', device()],
  [
    'a full drive',
    'space',
    'no',
    'little',
    device({
      'disk-space': {
        systemDrive: 'C:',
        volumes: [{ letter: 'C:', fileSystem: 'NTFS', size: 1e11, free: 1e9 }],
      },
    }),
  ],
  [
    'room on another drive only',
    'space',
    'unknown',
    'not-read',
    device({
      'disk-space': {
        systemDrive: null,
        volumes: [{ letter: 'D:', fileSystem: 'NTFS', size: 1e12, free: 9e11 }],
      },
    }),
  ],
  ['a good build', 'build', 'yes', 'not-listed', device()],
  ['reset broken by an update', 'build', 'no', 'reset-broken', device(broken('reset'))],
  ['no keyboard in the tools', 'build', 'no', 'keyboard-broken', device(broken('recovery-input'))],
  [
    'build unread',
    'build',
    'unknown',
    'not-read',
    device({ 'windows-version': version({ revision: null }) }),
  ],
  ['key handed over', 'recovery-key', 'yes', 'saved', device()],
  ['handing over failed', 'recovery-key', 'no', 'save-failed', device(escrow('failed'))],
  ['no record of the key', 'recovery-key', 'unknown', 'no-record', device(escrow(null))],
  [
    'records of the key unread',
    'recovery-key',
    'unknown',
    'escrow-not-read',
    unread(device(), 'key-escrow'),
  ],
  [
    'a drive without encryption',
    'recovery-key',
    'yes',
    'not-encrypted',
    unread(device({ bitlocker: volume({ state: 'off', protection: 'no' }) }), 'key-escrow'),
  ],
  [
    'a drive waiting for its account',
    'recovery-key',
    'yes',
    'open-key',
    device({ bitlocker: volume({ waitingForAccount: 'yes' }), ...escrow(null) }),
  ],
  [
    'encryption unread',
    'recovery-key',
    'unknown',
    'not-read',
    unread(device(), 'bitlocker', 'bitlocker-at-start'),
  ],
  [
    'encrypted at the last start',
    'recovery-key',
    'unknown',
    'no-record',
    unread(device(escrow(null)), 'bitlocker'),
  ],
  [
    'not encrypted at the last start proves nothing',
    'recovery-key',
    'unknown',
    'not-read',
    unread(device({ 'bitlocker-at-start': { systemDriveProtected: 'no' } }), 'bitlocker'),
  ],
  ['folders in the cloud', 'folders', 'yes', 'safe', device()],
  ['folders on the PC', 'folders', 'no', 'outside', device({ onedrive: oneDrive('local') })],
  ['folders unread', 'folders', 'unknown', 'not-read', unread(device(), 'onedrive')],
  [
    'folders seen by a service',
    'folders',
    'unknown',
    'other-account',
    seenBy(device(), { system: true }),
  ],
  [
    'folders seen by a helper',
    'folders',
    'unknown',
    'other-account',
    seenBy(
      device({ 'last-sign-in': { user: 'anna', account: null, sid: 'S-1-12-1-1', method: 'pin' } }),
      { sid: 'S-1-5-21-9-500' },
    ),
  ],
  [
    'folders seen by a local account',
    'folders',
    'unknown',
    'other-account',
    device({}, { rows: { 'Executing Account Name': 'LT-7\\admin' } }),
  ],
  ['upload is always asked', 'uploaded', 'unknown', 'ask', device()],
  [
    'not signed in to the cloud',
    'uploaded',
    'no',
    'not-signed-in',
    device({ onedrive: oneDrive('local', { workAccount: 'no', accounts: [] }) }),
  ],
  ['nothing outside', 'outside', 'yes', 'nothing', device()],
  ['a mail file outside', 'outside', 'no', 'measured', device({ 'reset-losses': losses('yes') })],
  [
    'mail files unread',
    'outside',
    'unknown',
    'some-not-read',
    device({ 'reset-losses': losses('unknown') }),
  ],
  ['sizes unread', 'outside', 'unknown', 'not-read', unread(device(), 'folder-sizes')],
  [
    'sizes unread and a mail file',
    'outside',
    'no',
    'some',
    unread(device({ 'reset-losses': losses('yes') }), 'folder-sizes'),
  ],
  ['all noted', 'noted', 'yes', 'all', device()],
  ['drives unread', 'noted', 'unknown', 'partly', unread(device(), 'mapped-drives')],
  ['known to the set-up service', 'comes-back', 'yes', 'autopilot', device()],
  [
    'of another organisation',
    'comes-back',
    'no',
    'other-organisation',
    device({ 'autopilot-profile': autopilot({ tenantMatched: 'no' }) }),
  ],
  [
    'with a new mainboard',
    'comes-back',
    'no',
    'hardware-changed',
    device({ 'autopilot-events': autopilotEvents({ verdict: 'hardware-changed' }) }),
  ],
  [
    'with its profile deleted',
    'comes-back',
    'no',
    'profile-deleted',
    device({ 'autopilot-events': autopilotEvents({ verdict: 'profile-deleted' }) }),
  ],
  [
    'without a trace of set-up',
    'comes-back',
    'unknown',
    'joins-by-hand',
    unread(device(), 'autopilot-profile', 'autopilot-policy-cache', 'autopilot-events'),
  ],
  [
    'hybrid in the office',
    'comes-back',
    'yes',
    'controller-in-reach',
    device(controller, { rows: hybridRows }),
  ],
  [
    'hybrid at home',
    'comes-back',
    'no',
    'controller-out-of-reach',
    device(noController, { rows: hybridRows }),
  ],
  [
    'hybrid, nobody asked',
    'comes-back',
    'unknown',
    'controller-not-asked',
    device({}, { rows: hybridRows }),
  ],
  [
    'a PC of nobody',
    'comes-back',
    'yes',
    'own-device',
    unread(
      device({}, { rows: notJoinedRows }),
      'autopilot-profile',
      'autopilot-policy-cache',
      'autopilot-events',
    ),
  ],
  ['join unread', 'comes-back', 'unknown', 'not-read', unread(device(), 'device-registration')],
  ['the join stays', 'comes-back', 'yes', 'join-stays', device(), 'local-keep'],
  [
    'switched off in the cloud',
    'comes-back',
    'no',
    'device-refused',
    device({}, { rows: { DeviceAuthStatus: 'FAILED. Device is either disabled or deleted' } }),
    'local-keep',
  ],
  [
    'never tested by the cloud',
    'comes-back',
    'unknown',
    'device-not-tested',
    device({}, { rows: { DeviceAuthStatus: null } }),
    'local-keep',
  ],
  ['password kept', 'local-administrator', 'yes', 'password-kept', device(), 'retire'],
  [
    'no local account',
    'local-administrator',
    'no',
    'none',
    device(
      accounts({
        accounts: [{ name: 'Administrator', enabled: 'no', builtInAdministrator: true }],
      }),
    ),
    'retire',
  ],
  [
    'password to be asked',
    'local-administrator',
    'unknown',
    'password-asked',
    device(
      accounts({
        accounts: [{ name: 'Administrator', enabled: 'yes', builtInAdministrator: true }],
      }),
    ),
    'retire',
  ],
  [
    'rights to be asked',
    'local-administrator',
    'unknown',
    'rights-asked',
    device(
      accounts({ accounts: [{ name: 'helper', enabled: 'yes', builtInAdministrator: false }] }),
    ),
    'retire',
  ],
  [
    'a managed account of another name',
    'local-administrator',
    'yes',
    'password-kept',
    device(
      accounts({
        accounts: [{ name: 'Helper', enabled: 'yes', builtInAdministrator: false }],
        passwordKeptIn: 'directory',
        managedName: 'helper',
      }),
    ),
    'retire',
  ],
  [
    'accounts unread',
    'local-administrator',
    'unknown',
    'not-read',
    unread(device(), 'local-accounts'),
    'retire',
  ],
  ['managed: orders are asked', 'pending', 'unknown', 'ask', device()],
  ['not managed', 'pending', 'yes', 'not-managed', device({ 'mdm-enrolments': notEnrolled })],
  ['a person', 'signed-in', 'yes', 'person', device()],
  ['a service', 'signed-in', 'unknown', 'service', seenBy(device(), { system: true })],
];

describe('each single condition', () => {
  it.each(
    stands.map(([name, line, state, reason, snapshot, which]) => ({
      name,
      line,
      state,
      reason,
      snapshot,
      which,
    })),
  )('$name: $line is $state ($reason)', ({ line, state, reason, snapshot, which }) => {
    const found = lineOf(snapshot, line, which);
    expect(found).toMatchObject({ state, reason });
    if (state !== 'unknown') expect(found?.evidence.length).toBeGreaterThan(0);
  });

  it('has words for every reason that was seen, and for every kind', () => {
    const known = english as Record<string, string>;
    const wanted = [
      ...stands.map(([, line, , reason]) => `readiness.line.${line}.${reason}`),
      ...kinds.flatMap(({ id, keeps, loses, takes, after, starter }) => [
        `readiness.kind.${id}.title`,
        `readiness.kind.${id}.how`,
        `readiness.takes.${takes}`,
        `readiness.starter.${starter}`,
        ...keeps.map((thing) => `readiness.thing.${thing}`),
        ...loses.map((thing) => `readiness.thing.${thing}`),
        ...after.map((step) => `readiness.after.${step}`),
      ]),
    ];
    expect(wanted.filter((key) => known[key] === undefined)).toEqual([]);
  });
});

describe('a kind as a whole', () => {
  const answered = (snapshot: Snapshot, id: string) =>
    readinessOf(snapshot, { pendingActions: [] }).find((one) => one.kind.id === id);

  it('is ready only when every line it must wait for has proof', () => {
    expect(answered(device(), 'local-keep')?.state).toBe('yes');
    // Nobody can prove that everything was uploaded, so a reset that takes the files is never simply ready.
    expect(answered(device(), 'local-remove')?.state).toBe('unknown');
  });

  it.each([
    'recovery-environment',
    'power',
    'disk-space',
    'windows-version',
    'virtual-desktop',
    'bitlocker',
  ] as const)('is never ready when %s was not read', (probe) => {
    const gone = unread(
      device(),
      probe,
      ...(probe === 'bitlocker' ? (['bitlocker-at-start'] as const) : []),
    );
    for (const id of ['local-keep', 'wipe-keep', 'fresh-start-keep'])
      expect(answered(gone, id)?.state, id).not.toBe('yes');
  });

  it('is never ready where nothing was read at all', () => {
    const nothing: Snapshot = { observedAt: null, origin: 'text', platform: 'win32', readings: {} };
    const all = readinessOf(nothing);
    expect(all.map(({ state }) => state).filter((state) => state === 'yes')).toEqual([]);
    expect(all.flatMap(({ lines }) => lines).filter(({ state }) => state === 'yes')).toEqual([]);
  });

  it('never turns greener when a reading is taken away', () => {
    const whole = readinessOf(device());
    for (const id of Object.keys(device().readings) as (keyof Snapshot['readings'])[]) {
      const less = readinessOf(unread(device(), id));
      for (const [at, one] of less.entries())
        for (const line of one.lines) {
          const before = whole[at]?.lines.find((each) => each.id === line.id);
          if (line.state === 'yes') expect(before?.state, `${id} ${line.id}`).toBe('yes');
        }
    }
  });

  it('holds up a wipe while another order waits', () => {
    const held = readinessOf(device(), { pendingActions: ['retire'] });
    expect(held.find(({ kind: each }) => each.id === 'wipe')?.state).toBe('no');
  });

  it('measures what lies outside the cloud, largest first', () => {
    const found = lineOf(
      device({
        'folder-sizes': {
          root: 'C:\\Users\\anna\\',
          folders: [
            { name: 'Downloads', bytes: 2 * 1024 ** 3, files: 7, whole: true },
            { name: 'OneDrive', bytes: 9e9, files: 9, whole: true },
            { name: 'Videos', bytes: 8 * 1024 ** 3, files: 2, whole: false },
            { name: 'Music', bytes: 0, files: 0, whole: true },
          ],
          loose: { name: '', bytes: 12, files: 1, whole: true },
        },
      }),
      'outside',
    );
    expect(found).toMatchObject({ state: 'no', values: { count: 3, gigabytes: 10 } });
    expect(found?.items.map(({ name, kind: what, whole }) => [name ?? what, whole])).toEqual([
      ['Videos', false],
      ['Downloads', true],
      ['loose-files', true],
    ]);
  });
});
