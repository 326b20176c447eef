import type { RawReading } from '../../../main/os/port';
import type { Fixture } from '../fixture';
import { clock } from '../mdm/fixtures';
import { capture, dword, eventLog, json, noKey, ran, registry, text } from '../support';

const current = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion';
const control = 'SYSTEM\\CurrentControlSet\\Control';
const explorer = 'Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders';
const oneDrive = 'Software\\Microsoft\\OneDrive\\Accounts';

export const windowsVersion = (values: {
  build: string;
  revision: number;
  edition?: string;
  type?: string;
}): RawReading =>
  ran(
    registry('HKLM', {
      'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion': {
        ProductName: text('Windows 10 Enterprise'),
        CurrentBuild: text(values.build),
        UBR: dword(values.revision),
        DisplayVersion: text('24H2'),
        EditionID: text(values.edition ?? 'Enterprise'),
        InstallationType: text(values.type ?? 'Client'),
        InstallDate: dword(1_752_000_000),
      },
    }),
  );

export const folders = (place: string): Record<string, RawReading> => ({
  'registry-onedrive-accounts': ran(
    registry('HKCU', {
      [`${oneDrive}\\Business1`]: {
        UserEmail: text('alice@contoso.com'),
        UserFolder: text('C:\\Users\\alice\\OneDrive - Contoso'),
        ConfiguredTenantId: text('8f1d0c9b-2a47-4e36-b5c8-19d7e6f3a042'),
        KfmFoldersProtectedNow: dword(0),
      },
      [`${oneDrive}\\Personal`]: {},
    }),
  ),
  'registry-user-shell-folders': ran(
    registry('HKCU', {
      [explorer]: {
        Desktop: ['REG_EXPAND_SZ', `${place}\\Desktop`],
        Personal: ['REG_EXPAND_SZ', `${place}\\Documents`],
        'My Pictures': ['REG_EXPAND_SZ', `${place}\\Pictures`],
        '{374DE290-123F-4565-9164-39C4925E467B}': ['REG_EXPAND_SZ', '%USERPROFILE%\\Downloads'],
      },
    }),
  ),
  'registry-session-variables': ran(
    registry('HKCU', { 'Volatile Environment': { USERPROFILE: text('C:\\Users\\alice') } }),
  ),
  'registry-user-variables': ran(
    registry('HKCU', {
      Environment: { OneDriveCommercial: text('C:\\Users\\alice\\OneDrive - Contoso') },
    }),
  ),
});

export const calm: Record<string, RawReading> = {
  'registry-servicing': ran(
    registry('HKLM', { [`${current}\\Component Based Servicing`]: { Version: text('10.0') } }),
  ),
  'registry-auto-update': ran(registry('HKLM', { [`${current}\\WindowsUpdate\\Auto Update`]: {} })),
  'registry-session-manager': ran(
    registry('HKLM', { [`${control}\\Session Manager`]: { ProtectionMode: dword(1) } }),
  ),
  'registry-computer-name': ran(
    registry('HKLM', {
      [`${control}\\ComputerName\\ActiveComputerName`]: { ComputerName: text('PC01') },
      [`${control}\\ComputerName\\ComputerName`]: { ComputerName: text('pc01') },
    }),
  ),
  'registry-netlogon': ran(
    registry('HKLM', { 'SYSTEM\\CurrentControlSet\\Services\\Netlogon': { Start: dword(3) } }),
  ),
};

const local = (users: Record<string, string>) =>
  ran(
    JSON.stringify({
      profile: {
        info_cache: Object.fromEntries(
          Object.entries(users).map(([folder, user_name]) => [folder, { user_name }]),
        ),
      },
    }),
    null,
  );

export const fixtures: readonly Fixture[] = [
  {
    id: 'recovery-environment',
    origin: 'capture',
    given: {
      'file-reagent': ran(capture('ReAgent-xml-enabled.txt'), null),
      'command-reagentc': ran(capture('reagentc-fr-enabled.txt')),
    },
  },
  {
    id: 'disk-space',
    origin: 'documented-shape',
    given: {
      'cim-logical-disks': json([
        { DeviceID: 'C:', FileSystem: 'NTFS', Size: '510770802688', FreeSpace: '8589934592' },
        { DeviceID: 'E:', FileSystem: null, Size: null, FreeSpace: null },
      ]),
      'cim-operating-system': clock,
    },
  },
  {
    id: 'power',
    origin: 'documented-shape',
    given: {
      'cim-batteries': json([{ BatteryStatus: 1, EstimatedChargeRemaining: 34 }]),
      'cim-battery-driver': json([{ PowerOnline: false }]),
    },
  },
  { id: 'pending-restart', origin: 'documented-shape', given: calm },
  {
    id: 'windows-version',
    origin: 'documented-shape',
    given: { 'registry-windows-version': windowsVersion({ build: '26100', revision: 6899 }) },
  },
  {
    id: 'windows-update',
    origin: 'documented-shape',
    given: {
      'registry-policy-windows-update': noKey,
      'registry-policy-manager-update': ran(
        registry('HKLM', {
          'SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\Update': {
            DeferQualityUpdatesPeriodInDays: dword(3),
          },
        }),
      ),
      'registry-windows-update-settings': ran(
        registry('HKLM', {
          'SOFTWARE\\Microsoft\\WindowsUpdate\\UX\\Settings': {
            PauseUpdatesExpiryTime: text('2026-08-01T10:00:00Z'),
          },
        }),
      ),
      'events-windows-update': eventLog(
        { id: 31, at: '2026-07-16T08:00:00.000Z', data: { errorCode: '0x8024402c' } },
        { id: 26, at: '2026-07-15T08:00:00.000Z' },
      ),
    },
  },
  {
    id: 'onedrive',
    origin: 'documented-shape',
    given: { ...folders('%OneDriveCommercial%'), 'registry-policy-onedrive': noKey },
  },
  {
    id: 'settings-backup',
    origin: 'documented-shape',
    given: {
      'registry-setting-sync': ran(
        registry('HKCU', {
          'Software\\Microsoft\\Windows\\CurrentVersion\\SettingSync\\Groups\\Credentials': {
            Enabled: dword(0),
          },
          'Software\\Microsoft\\Windows\\CurrentVersion\\SettingSync\\Groups\\Language': {
            Enabled: dword(1),
          },
        }),
      ),
      'registry-policy-setting-sync': noKey,
    },
  },
  {
    id: 'reset-losses',
    origin: 'documented-shape',
    given: {
      ...folders('%USERPROFILE%'),
      'registry-mapped-drives': ran(
        registry('HKCU', { 'Network\\Z': { RemotePath: text('\\\\files\\team') } }),
      ),
      'registry-printer-connections': noKey,
      'registry-outlook-catalogue': ran(
        registry('HKCU', {
          'Software\\Microsoft\\Office\\16.0\\Outlook\\Search\\Catalog': {
            'C:\\Users\\alice\\Documents\\old.pst': dword(1),
            'C:\\Users\\alice\\AppData\\Local\\Microsoft\\Outlook\\alice@contoso.com.ost': dword(1),
          },
        }),
      ),
      'file-edge-profiles': local({ Default: 'alice@contoso.com', 'Profile 1': '' }),
    },
  },
  {
    id: 'reset-options',
    origin: 'documented-shape',
    given: {
      'registry-policy-manager-credential-providers': ran(
        registry('HKLM', {
          'SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\CredentialProviders': {
            DisableAutomaticReDeploymentCredentials: dword(0),
          },
        }),
      ),
    },
  },
  {
    id: 'planned-restart',
    origin: 'documented-shape',
    given: { 'events-planned-restart': eventLog({ id: 1074, provider: 'User32', level: 4 }) },
  },
  {
    id: 'folder-sizes',
    origin: 'documented-shape',
    given: {
      'sizes-profile': ran(
        JSON.stringify({
          root: 'C:\\Users\\alice',
          folders: [{ name: 'Downloads', bytes: 1024, files: 2, whole: true }],
          loose: { name: '', bytes: 5, files: 1, whole: true },
        }),
        null,
      ),
    },
  },
];
