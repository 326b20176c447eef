import { triOf } from '../../core/reading';
import type { Probe } from '../probe';
import { map } from '../text/reading';
import { registryOf, registryReads, registrySource } from '../text/registry';

const source = registrySource(
  'registry-bitlocker-status',
  'HKLM',
  'SYSTEM\\CurrentControlSet\\Control\\BitLockerStatus',
);

/** 1 protected, 0 not. The key may be missing for other reasons than "not protected". */
const answers: Record<number, boolean> = { 0: false, 1: true };

export const bitlockerAtStartProbe: Probe<'bitlocker-at-start'> = {
  id: 'bitlocker-at-start',
  on: ['win32'],
  reads: registryReads(source),
  parse: (raws) =>
    map(registryOf(raws, source), (tree) => ({
      systemDriveProtected: triOf(answers[tree.number('', 'BootStatus') ?? -1]),
    })),
};
