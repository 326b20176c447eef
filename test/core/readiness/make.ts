import type { Snapshot } from '../../../main/core/snapshot';
import { laptop, type Parts, type Some } from '../rules/make-managed';

export const recovery = {
  enabled: 'yes',
  from: 'file',
  disagree: false,
  location: '\\Recovery\\WindowsRE',
  bootEntry: '{1f2e3d4c-0000-4111-8222-933333333333}',
  operationPending: 'no',
} as const;

/** Everything a reset asks for, with proof, as far as a device can prove it. */
export const prepared: Some = {
  'recovery-environment': recovery,
  'pending-restart': { pending: 'no', markers: [] },
  power: { hasBattery: 'yes', onMains: 'yes', charge: 88 },
  'disk-space': {
    systemDrive: 'C:',
    volumes: [{ letter: 'C:', fileSystem: 'NTFS', size: 256 * 1024 ** 3, free: 90 * 1024 ** 3 }],
  },
  'key-escrow': {
    last: { outcome: 'saved', at: 1, protector: '{a}', code: null },
    saved: ['{a}'],
    since: 1,
  },
  'reset-losses': {
    losses: [
      { kind: 'downloads', lost: 'no', names: [] },
      { kind: 'mail-files', lost: 'no', names: [] },
      { kind: 'browser-profiles', lost: 'no', names: [] },
    ],
  },
  'folder-sizes': {
    root: 'C:\\Users\\anna',
    folders: [{ name: 'OneDrive', bytes: 9e9, files: 1200, whole: true }],
    loose: { name: '', bytes: 0, files: 0, whole: true },
  },
  'mapped-drives': {
    remembered: [{ letter: 'H:', path: '\\\\files\\home', user: null, provider: null }],
    connected: [],
  },
  printers: {
    printers: [
      {
        name: '\\\\print\\floor2',
        port: null,
        driver: null,
        network: true,
        server: '\\\\print',
        isDefault: true,
        offline: false,
      },
    ],
    connections: [{ server: 'print', share: 'floor2' }],
  },
  'known-networks': { wireless: ['Home', 'Office'] },
  'local-accounts': {
    accounts: [{ name: 'Administrator', enabled: 'yes', builtInAdministrator: true }],
    passwordKeptIn: 'entra',
    managedName: null,
  },
  'reset-options': { localAutopilotReset: 'yes' },
  'device-preparation': { used: 'no', phase: 'none', rawHint: null, page: null },
};

export const device = (changes: Some = {}, parts: Omit<Parts, 'facts'> = {}): Snapshot =>
  laptop({ ...prepared, ...changes }, parts);

/** The same device where this was never read. */
export const unread = (snapshot: Snapshot, ...ids: (keyof Snapshot['readings'])[]): Snapshot => ({
  ...snapshot,
  readings: {
    ...snapshot.readings,
    ...Object.fromEntries(ids.map((id) => [id, { kind: 'unavailable', why: 'denied' }])),
  },
});

export const seenBy = (
  snapshot: Snapshot,
  who: Partial<NonNullable<Snapshot['who']>>,
): Snapshot => ({
  ...snapshot,
  who: {
    user: null,
    domain: null,
    computer: null,
    sid: null,
    elevated: null,
    system: null,
    ...who,
  },
});
