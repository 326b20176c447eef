import { cimSource } from '../text/cim';
import { registrySource, shallow } from '../text/registry';

/** The key alone: what hangs below it is large and says nothing more. */
export const windowsVersionKey = shallow(
  registrySource(
    'registry-windows-version',
    'HKLM',
    'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion',
  ),
);

export const oneDriveAccountsKey = registrySource(
  'registry-onedrive-accounts',
  'HKCU',
  'Software\\Microsoft\\OneDrive\\Accounts',
);

export const shellFoldersKey = registrySource(
  'registry-user-shell-folders',
  'HKCU',
  'Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders',
);

/** Where `%USERPROFILE%` and its kind stand for the signed-in user. */
export const sessionVariablesKey = registrySource(
  'registry-session-variables',
  'HKCU',
  'Volatile Environment',
);
export const userVariablesKey = registrySource('registry-user-variables', 'HKCU', 'Environment');

export const logicalDisks = cimSource(
  'cim-logical-disks',
  'root/cimv2',
  'Win32_LogicalDisk',
  ['DeviceID', 'FileSystem', 'Size', 'FreeSpace'],
  // Local disks: a network drive whose server is gone would keep us waiting.
  'DriveType=3',
);
