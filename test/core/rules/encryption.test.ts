import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../main/core/facts/index';
import { dataProtectionRules } from '../../../main/core/rules/data-protection';
import { encryptionRules } from '../../../main/core/rules/encryption';
import { securityChipRules } from '../../../main/core/rules/security-chip';
import { judge } from '../make';
import {
  days,
  hours,
  inSetup,
  kind,
  laptop,
  markers,
  notJoinedRows,
  oneDrive,
  otherTenant,
  tenant,
  tpm,
  version,
  volume,
  type Some,
} from './make-managed';
import { proveFamily } from './prove';

const policy = (demanded: 'yes' | 'no'): Some => ({
  'bitlocker-policy': { demanded, escrowToEntra: 'yes' },
});
const drive = (parts: Parameters<typeof volume>[0], more: Some = {}): Some => ({
  bitlocker: volume(parts),
  ...more,
});
const escrow = (last: Facts['key-escrow']['last']): Some => ({
  'key-escrow': { last, saved: [], since: days(9) },
});
const virtual: Some = { 'virtual-desktop': kind({ kind: 'virtual-machine', virtual: 'yes' }) };
const off = { state: 'off', protection: 'no' } as const;
const suspended = { state: 'suspended', protection: 'no' } as const;

describe('encryption', () => {
  proveFamily(
    encryptionRules,
    [
      ['encryption-demanded-but-off', laptop(drive(off)), { severity: 'attention' }],
      ['encryption-off', laptop(drive(off, policy('no'))), { severity: 'notice' }],
      [
        'encryption-off-at-start',
        laptop({ 'bitlocker-at-start': { systemDriveProtected: 'no' } }),
        { severity: 'notice' },
      ],
      ['encryption-suspended', laptop(drive(suspended)), { severity: 'attention' }],
      [
        'encryption-suspended',
        laptop(drive(suspended, { 'pending-restart': markers('windows-update') })),
        { severity: 'notice' },
      ],
      [
        'encryption-waits-for-account',
        laptop(drive({ ...suspended, waitingForAccount: 'yes' })),
        { severity: 'notice' },
      ],
      [
        'encryption-under-way',
        laptop(drive({ state: 'encrypting', encryptedPercent: 40 })),
        { values: { drive: 'C:', percent: 40 } },
      ],
      ['drive-locked', laptop(drive({ letter: 'D:', state: 'locked', protection: 'unknown' }))],
      [
        'recovery-key-not-saved',
        laptop(escrow({ outcome: 'failed', at: days(1), protector: null, code: '0x80072ee7' })),
        { severity: 'notice', codes: ['0x80072ee7'], topics: ['reset'] },
      ],
      [
        'recovery-key-unproved',
        laptop(escrow(null)),
        { severity: 'notice', certainty: 'possible' },
      ],
    ],
    [
      ['encryption-demanded-but-off', 'nobody demands it', laptop(drive(off, policy('no')))],
      [
        'encryption-demanded-but-off',
        'a new PC encrypts itself in its first hours',
        laptop(drive(off, { 'windows-version': version({ installedAt: hours(3) }) })),
      ],
      ['encryption-demanded-but-off', 'set-up is not through', inSetup(drive(off))],
      ['encryption-off', 'the disk of a virtual machine', laptop(drive(off, virtual))],
      [
        'encryption-suspended',
        'it waits for its account',
        laptop(drive({ ...suspended, waitingForAccount: 'yes' })),
      ],
      ['recovery-key-unproved', 'nothing is encrypted', laptop({ ...drive(off), ...escrow(null) })],
    ],
  );

  it('explains the smaller finding by the larger', () => {
    const diagnosis = judge(laptop(drive(off)));
    expect(diagnosis).toMatchObject({
      state: 'attention',
      rootCause: 'encryption-demanded-but-off',
    });
    expect(diagnosis.findings.find(({ id }) => id === 'encryption-off')?.causedBy).toBe(
      'encryption-demanded-but-off',
    );
  });
});

const chip = (parts: Partial<Facts['tpm']>, more: Some = {}): Some => ({
  tpm: tpm(parts),
  ...more,
});

describe('the security chip', () => {
  proveFamily(
    securityChipRules,
    [
      ['chip-not-found', laptop(chip({ present: 'no' })), { severity: 'notice' }],
      ['chip-too-old', laptop(chip({ version: '1.2' })), { severity: 'notice' }],
      ['chip-not-ready', laptop(chip({ readyForStorage: 'no' })), { severity: 'attention' }],
      ['chip-needs-clearing', laptop(chip({ clearNeeded: 'yes' })), { severity: 'attention' }],
      ['chip-locked', laptop(chip({ lockedOut: 'yes' })), { severity: 'attention', owner: 'user' }],
      ['chip-firmware-weak', laptop(chip({ vulnerableFirmware: 'yes' })), { owner: 'vendor' }],
      ['chip-cannot-attest', laptop(chip({ attestationReady: 'no' })), { topics: ['autopilot'] }],
      [
        'chip-switched-off',
        laptop({
          'tpm-ownership': {
            enabled: 'no',
            activated: 'no',
            owned: 'no',
            version: '2.0',
            manufacturer: null,
            firmware: null,
          },
        }),
      ],
      [
        'attestation-key-refused',
        laptop({ attestation: { keyCertificate: 'failed', keyCertificateError: '0x80072ee7' } }),
        { severity: 'notice', codes: ['0x80072ee7'] },
      ],
      [
        'secure-boot-off',
        laptop({ 'secure-boot': { on: 'no', capable: 'yes', certificateUpdate: null } }),
        { severity: 'notice', values: { capable: 'yes' } },
      ],
      [
        'secure-boot-certificate-old',
        laptop({ 'secure-boot': { on: 'yes', capable: 'yes', certificateUpdate: 'InProgress' } }),
        { certainty: 'possible' },
      ],
    ],
    [
      ['chip-not-found', 'a virtual machine needs none', laptop(chip({ present: 'no' }, virtual))],
      ['chip-not-ready', 'set-up has still to do it', inSetup(chip({ readyForStorage: 'no' }))],
      [
        'chip-cannot-attest',
        'there is none at all',
        laptop(chip({ present: 'no', attestationReady: 'no' })),
      ],
      [
        'secure-boot-certificate-old',
        'it is renewed',
        laptop({ 'secure-boot': { on: 'yes', capable: 'yes', certificateUpdate: 'updated' } }),
      ],
    ],
  );

  it('that must be cleared is why it is not ready', () => {
    const diagnosis = judge(laptop(chip({ clearNeeded: 'yes', readyForStorage: 'no' })));
    expect(diagnosis.rootCause).toBe('chip-needs-clearing');
  });
});

const losing = (
  lossKind: Facts['reset-losses']['losses'][number]['kind'],
  names: string[] | null = ['one', 'two'],
): Some => ({ 'reset-losses': { losses: [{ kind: lossKind, lost: 'yes', names }] } });
const settings = (parts: Partial<Facts['settings-backup']>): Some => ({
  'settings-backup': {
    syncOn: 'yes',
    blockedByPolicy: 'no',
    groups: [],
    backupPolicy: 'unknown',
    ...parts,
  },
});
const intended = (silentOptInTenant: string, place: 'local' | 'onedrive' = 'local'): Some => ({
  onedrive: oneDrive(place, {
    policy: { silentOptInTenant, optInBlocked: 'no', silentAccount: 'yes' },
  }),
});
const signedOut: Some = { onedrive: oneDrive('local', { accounts: [], workAccount: 'no' }) };

describe('what a reset would take', () => {
  proveFamily(
    dataProtectionRules,
    [
      [
        'reset-loses-downloads',
        laptop(losing('downloads')),
        { severity: 'notice', topics: ['reset'] },
      ],
      [
        'reset-loses-mail-files',
        laptop(losing('mail-files')),
        { values: { names: 'one, two', count: 2 } },
      ],
      ['reset-loses-browser-data', laptop(losing('browser-profiles', null))],
      ['reset-loses-drives', laptop(losing('mapped-drives'))],
      ['reset-loses-printers', laptop(losing('network-printers'))],
      ['onedrive-not-signed-in', laptop(signedOut)],
      [
        'onedrive-of-other-organisation',
        laptop({
          onedrive: oneDrive('onedrive', {
            accounts: [{ ...oneDrive().accounts[0]!, tenantId: otherTenant }],
          }),
        }),
        { values: { account: 'anna.berg@fabrikam.com' } },
      ],
      [
        'folders-only-on-this-pc',
        laptop({ onedrive: oneDrive('local') }),
        { values: { count: 3 } },
      ],
      ['folder-backup-not-working', laptop(intended('4EA5C1EB-49C1-5B93-BBBB-F4B4F3BFB408'))],
      [
        'folder-backup-blocked',
        laptop({
          onedrive: oneDrive('onedrive', {
            policy: { silentOptInTenant: null, optInBlocked: 'yes', silentAccount: 'no' },
          }),
        }),
        { owner: 'tenant' },
      ],
      ['folder-backup-for-other-organisation', laptop(intended(otherTenant, 'onedrive'))],
      ['settings-sync-off', laptop(settings({ syncOn: 'no' }))],
      ['settings-sync-blocked', laptop(settings({ blockedByPolicy: 'yes' }))],
    ],
    [
      [
        'onedrive-not-signed-in',
        'a private PC owes nobody',
        laptop(signedOut, { rows: notJoinedRows }),
      ],
      [
        'onedrive-of-other-organisation',
        'it is the own one, whatever the case',
        laptop({
          onedrive: oneDrive('onedrive', {
            accounts: [{ ...oneDrive().accounts[0]!, tenantId: tenant.toLowerCase() }],
          }),
        }),
      ],
      ['folder-backup-for-other-organisation', 'it is the own one', laptop(intended(tenant))],
      [
        'folders-only-on-this-pc',
        'where they are was not read',
        laptop({ onedrive: oneDrive('local', { folders: null }) }),
      ],
      [
        'reset-loses-downloads',
        'nothing of it is lost',
        laptop({ 'reset-losses': { losses: [{ kind: 'downloads', lost: 'no', names: [] }] } }),
      ],
    ],
  );

  it('never makes a healthy PC look ill', () => {
    const facts = { ...losing('downloads'), ...signedOut, ...settings({ syncOn: 'no' }) };
    expect(judge(laptop(facts))).toMatchObject({ state: 'healthy', rootCause: null });
  });
});
