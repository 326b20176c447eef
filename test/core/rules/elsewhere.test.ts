import { describe, expect, it } from 'vitest';
import { dataProtectionRules } from '../../../main/core/rules/data-protection';
import { encryptionRules } from '../../../main/core/rules/encryption';
import { securityChipRules } from '../../../main/core/rules/security-chip';
import { windowsRecoveryRules } from '../../../main/core/rules/windows-recovery';
import {
  days,
  kind,
  laptop,
  oneDrive,
  tenant,
  tpm,
  version,
  volume,
  type Some,
} from './make-managed';

const breakage = { id: 'x', update: 'KB1', mendedBy: 'KB2', source: 'https://x' };
const lost = (['downloads', 'mail-files', 'browser-profiles', 'mapped-drives'] as const).map(
  (each) => ({ kind: each, lost: 'yes' as const, names: ['one'] }),
);

/** Hardware, drive and way back as bad as can be. */
const worst: Some = {
  'windows-version': version({
    breakages: [
      { ...breakage, breaks: 'reset' },
      { ...breakage, breaks: 'recovery-input' },
    ],
  }),
  'recovery-environment': {
    enabled: 'no',
    from: 'file',
    disagree: true,
    location: null,
    bootEntry: null,
    operationPending: 'yes',
  },
  'disk-space': {
    systemDrive: 'C:',
    volumes: [{ letter: 'C:', fileSystem: 'NTFS', size: 1e11, free: 5 * 1024 ** 3 }],
  },
  power: { hasBattery: 'yes', onMains: 'no', charge: 3 },
  bitlocker: volume({ state: 'off', protection: 'no' }),
  'bitlocker-at-start': { systemDriveProtected: 'no' },
  'key-escrow': {
    last: { outcome: 'failed', at: days(1), protector: null, code: '0x80072ee7' },
    saved: [],
    since: null,
  },
  tpm: tpm({
    version: '1.2',
    initialized: 'no',
    readyForStorage: 'no',
    clearNeeded: 'yes',
    lockedOut: 'yes',
    vulnerableFirmware: 'yes',
    attestationReady: 'no',
  }),
  'tpm-ownership': {
    enabled: 'no',
    activated: 'no',
    owned: 'no',
    version: null,
    manufacturer: null,
    firmware: null,
  },
  attestation: { keyCertificate: 'failed', keyCertificateError: '0x80072ee7' },
  'secure-boot': { on: 'no', capable: 'yes', certificateUpdate: null },
  onedrive: oneDrive('local', {
    policy: { silentOptInTenant: tenant, optInBlocked: 'no', silentAccount: 'no' },
  }),
  'settings-backup': { syncOn: 'no', blockedByPolicy: 'no', groups: [], backupPolicy: 'unknown' },
  'reset-losses': { losses: lost },
};
const hybrid = {
  rows: { DomainJoined: 'YES', 'Executing Account Name': 'FABRIKAM\\jdoe, j@fabrikam.com' },
};
const advice = [
  ...windowsRecoveryRules,
  ...encryptionRules,
  ...securityChipRules,
  ...dataProtectionRules,
];
const given = (facts: Some): string[] => {
  const signedOut = { onedrive: oneDrive('local', { accounts: [], workAccount: 'no' }) };
  const states = (['off', 'suspended', 'encrypting', 'protected'] as const).map((state) => ({
    bitlocker: volume({ state, waitingForAccount: state === 'suspended' ? 'yes' : 'no' }),
  }));
  const others: Some[] = [
    {},
    signedOut,
    ...states,
    { 'key-escrow': { last: null, saved: [], since: null }, bitlocker: volume() },
    { 'secure-boot': { on: 'yes', capable: 'yes', certificateUpdate: 'NotStarted' } },
    { tpm: tpm({ present: 'no' }) },
  ];
  const devices = others.map((other) => laptop({ ...worst, ...other, ...facts }, hybrid));
  return advice
    .filter((rule) => devices.some((device) => rule.when(device) !== null))
    .map(({ id }) => id);
};

describe('advice about hardware and resetting', () => {
  it('is plentiful on such a laptop', () => {
    expect(given({}).length).toBeGreaterThan(30);
  });

  it.each([
    ['a Cloud PC', { 'virtual-desktop': kind({ kind: 'cloud-pc', cloudPc: 'yes' }) }],
    ['a shared desktop', { 'virtual-desktop': kind({ kind: 'multi-session-host' }) }],
    ['a device of an unknown kind', { 'virtual-desktop': kind({ kind: 'unknown' }) }],
    ['a server', { 'windows-version': version({ family: 'server' }) }],
  ] as const)('is not given on %s', (_, facts) => {
    expect(given(facts)).toEqual([]);
  });

  it('leaves chip and drive of a virtual machine to its host', () => {
    const virtual = { 'virtual-desktop': kind({ kind: 'virtual-machine', virtual: 'yes' }) };
    const its = [...encryptionRules, ...securityChipRules].map(({ id }) => id);
    expect(given(virtual).filter((id) => its.includes(id))).toEqual([]);
    expect(given(virtual)).toContain('recovery-switched-off');
  });
});
