import { triOf } from '../../core/reading';
import type { Probe } from '../probe';
import { map } from '../text/reading';
import { registryOf, registryReads, registrySource } from '../text/registry';

const source = registrySource(
  'registry-secure-boot',
  'HKLM',
  'SYSTEM\\CurrentControlSet\\Control\\SecureBoot',
);

/** Firmware of the old kind has no such key at all. */
export const secureBootProbe: Probe<'secure-boot'> = {
  id: 'secure-boot',
  on: ['win32'],
  reads: registryReads(source),
  parse: (raws) =>
    map(registryOf(raws, source), (tree) => ({
      on: triOf(tree.exists ? tree.flag('State', 'UEFISecureBootEnabled') : false),
      capable: triOf(tree.exists),
      certificateUpdate: tree.string('Servicing', 'UEFICA2023Status'),
    })),
};
