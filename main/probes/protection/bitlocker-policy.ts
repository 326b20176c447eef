import { ok, triOf } from '../../core/reading';
import type { Probe } from '../probe';
import { registryOf, registryReads, registrySource } from '../text/registry';

const mdm = registrySource(
  'registry-policy-manager-bitlocker',
  'HKLM',
  'SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\BitLocker',
);
const group = registrySource(
  'registry-policy-bitlocker',
  'HKLM',
  'SOFTWARE\\Policies\\Microsoft\\FVE',
);

export const bitlockerPolicyProbe: Probe<'bitlocker-policy'> = {
  id: 'bitlocker-policy',
  on: ['win32'],
  reads: registryReads(mdm, group),
  parse: (raws) => {
    const device = registryOf(raws, mdm);
    const policy = registryOf(raws, group);
    if (device.kind !== 'ok' && policy.kind !== 'ok') return device;
    return ok({
      demanded: triOf(
        device.kind === 'ok' ? (device.value.flag('', 'RequireDeviceEncryption') ?? false) : null,
      ),
      escrowToEntra: triOf(
        policy.kind === 'ok' ? (policy.value.flag('', 'OSActiveDirectoryBackup') ?? false) : null,
      ),
    });
  },
};
