import { describe, expect, it } from 'vitest';
import { unavailable } from '../../../main/core/reading';
import type { RawReading } from '../../../main/os/port';
import { oneDriveProbe } from '../../../main/probes/recovery/onedrive';
import { resetLossesProbe } from '../../../main/probes/recovery/reset-losses';
import { resetOptionsProbe } from '../../../main/probes/recovery/reset-options';
import { settingsBackupProbe } from '../../../main/probes/recovery/settings-backup';
import { isUnder } from '../../../main/probes/recovery/user-paths';
import { dword, facts, noKey, ran, registry } from '../support';
import { fixtures, folders } from './fixtures';

const given = (id: string) => fixtures.find((fixture) => fixture.id === id)?.given ?? {};
const places = (place: string, change: Record<string, RawReading> = {}) =>
  facts(oneDriveProbe, { ...folders(place), 'registry-policy-onedrive': noKey, ...change }).folders;

describe('OneDrive', () => {
  it('knows the work account and its tenant', () => {
    expect(facts(oneDriveProbe, given('onedrive'))).toMatchObject({
      workAccount: 'yes',
      accounts: [
        { name: 'Business1', business: true, email: 'alice@contoso.com' },
        { name: 'Personal', business: false, email: null },
      ],
      policy: { silentOptInTenant: null, optInBlocked: 'no' },
      allUploaded: 'unknown',
    });
  });

  it.each([
    ['%OneDriveCommercial%', 'onedrive', 'yes'],
    ['C:\\users\\ALICE\\onedrive - contoso', 'onedrive', 'yes'],
    ['%USERPROFILE%', 'local', 'no'],
    ['\\\\files\\home\\alice', 'network', 'yes'],
    ['%NOBODY%', 'unknown', 'unknown'],
  ] as const)('decides by the path %s: %s', (place, expected, isProtected) => {
    expect(places(place)?.map(({ place: where, protected: safe }) => [where, safe])).toEqual(
      Array.from({ length: 3 }, () => [expected, isProtected]),
    );
  });

  it('does not call a folder unprotected while the accounts are hidden', () => {
    const hidden = { 'registry-onedrive-accounts': unavailable('denied') };
    const read = facts(resetLossesProbe, {
      ...given('reset-losses'),
      ...hidden,
    }).losses.filter(({ kind }) => ['desktop', 'documents', 'pictures'].includes(kind));
    expect(read.map(({ lost }) => lost)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('takes a folder with the same beginning for another one', () => {
    expect(
      isUnder(
        'C:\\Users\\alice\\OneDrive - Contoso 2\\Desktop',
        'C:\\Users\\alice\\OneDrive - Contoso',
      ),
    ).toBe(false);
    expect(isUnder('C:\\A\\', 'c:\\a')).toBe(true);
  });

  it('has no account where the key is not there', () => {
    expect(
      facts(oneDriveProbe, { ...folders('x'), 'registry-onedrive-accounts': noKey }).workAccount,
    ).toBe('no');
  });
});

describe('what a reset would take', () => {
  const losses = (change: Record<string, RawReading> = {}) => {
    const read = facts(resetLossesProbe, { ...given('reset-losses'), ...change });
    return Object.fromEntries(read.losses.map(({ kind, lost, names }) => [kind, { lost, names }]));
  };

  it('lists each kind with what is known of it', () => {
    const read = losses();
    expect(read['desktop']).toEqual({ lost: 'yes', names: ['C:\\Users\\alice\\Desktop'] });
    expect(read['downloads']?.lost).toBe('yes');
    expect(read['mail-files']?.names).toEqual(['C:\\Users\\alice\\Documents\\old.pst']);
    expect(read['mapped-drives']).toMatchObject({ lost: 'yes', names: ['Z'] });
    expect(read['network-printers']).toEqual({ lost: 'no', names: [] });
    expect(read['windows-hello']?.lost).toBe('yes');
    expect(read['sticky-notes']?.lost).toBe('unknown');
  });

  it('loses a browser profile nobody signed in to', () => {
    expect(losses()['browser-profiles']).toMatchObject({
      lost: 'yes',
      names: ['Edge: Default', 'Edge: Profile 1'],
    });
  });

  it('has no browser profile only when both browsers are known to be absent', () => {
    const absent = unavailable('absent');
    const both = { 'file-edge-profiles': absent, 'file-chrome-profiles': absent };
    expect(losses(both)['browser-profiles']?.lost).toBe('no');
    const one = { 'file-edge-profiles': absent, 'file-chrome-profiles': unavailable('denied') };
    expect(losses(one)['browser-profiles']?.lost).toBe('unknown');
    const broken = {
      'file-edge-profiles': ran('{"profile":', null),
      'file-chrome-profiles': absent,
    };
    expect(losses(broken)['browser-profiles']?.lost).toBe('unknown');
  });

  it('does not take a closed door for an empty list', () => {
    expect(losses({ 'registry-mapped-drives': unavailable('denied') })['mapped-drives']?.lost).toBe(
      'unknown',
    );
  });
});

describe('settings and options', () => {
  it('reads groups of settings and the policy', () => {
    expect(facts(settingsBackupProbe, given('settings-backup'))).toEqual({
      syncOn: 'yes',
      blockedByPolicy: 'no',
      groups: [
        { name: 'Credentials', on: 'no' },
        { name: 'Language', on: 'yes' },
      ],
      backupPolicy: 'unknown',
    });
    const blocked = ran(
      registry('HKLM', {
        'SOFTWARE\\Policies\\Microsoft\\Windows\\SettingSync': { DisableSettingSync: dword(2) },
      }),
    );
    expect(
      facts(settingsBackupProbe, {
        'registry-setting-sync': noKey,
        'registry-policy-setting-sync': blocked,
      }),
    ).toMatchObject({ blockedByPolicy: 'yes', syncOn: 'unknown' });
  });

  it('offers the reset on the lock screen only where a policy says so', () => {
    expect(facts(resetOptionsProbe, given('reset-options')).localAutopilotReset).toBe('yes');
    expect(
      facts(resetOptionsProbe, { 'registry-policy-manager-credential-providers': noKey })
        .localAutopilotReset,
    ).toBe('no');
  });
});
