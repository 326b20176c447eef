import type { SettingsBackup } from '../../core/facts/recovery';
import { ok, triOf } from '../../core/reading';
import type { Probe } from '../probe';
import { registryOf, registryReads, registrySource } from '../text/registry';

const userKey = registrySource(
  'registry-setting-sync',
  'HKCU',
  'Software\\Microsoft\\Windows\\CurrentVersion\\SettingSync',
);
const policyKey = registrySource(
  'registry-policy-setting-sync',
  'HKLM',
  'SOFTWARE\\Policies\\Microsoft\\Windows\\SettingSync',
);
/** The policy's word for "off"; any other number leaves it to the user. */
const off = 2;

export const settingsBackupProbe: Probe<'settings-backup'> = {
  id: 'settings-backup',
  on: ['win32'],
  reads: registryReads(userKey, policyKey),
  parse: (raws) => {
    const user = registryOf(raws, userKey);
    const policy = registryOf(raws, policyKey);
    if (user.kind !== 'ok' && policy.kind !== 'ok') return user;
    const groups =
      user.kind === 'ok'
        ? user.value.children('Groups').map((name) => ({
            name,
            on: triOf(user.value.flag(`Groups\\${name}`, 'Enabled')),
          }))
        : null;
    const known = (groups ?? []).filter(({ on }) => on !== 'unknown');
    const facts: SettingsBackup = {
      syncOn: triOf(known.length === 0 ? null : known.some(({ on }) => on === 'yes')),
      blockedByPolicy: triOf(
        policy.kind === 'ok' ? policy.value.number('', 'DisableSettingSync') === off : null,
      ),
      groups,
      backupPolicy: triOf(
        policy.kind === 'ok' ? policy.value.flag('', 'EnableWindowsBackup') : null,
      ),
    };
    return ok(facts);
  },
};
