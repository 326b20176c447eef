import type { ChassisKind } from '../../core/facts/machine';
import { triOf } from '../../core/reading';
import type { Tri } from '../../core/reading';
import { cimSource } from '../text/cim';

export const computerSource = cimSource(
  'cim-computer-system',
  'root/cimv2',
  'Win32_ComputerSystem',
  [
    'Name',
    'Manufacturer',
    'Model',
    'PCSystemType',
    'TotalPhysicalMemory',
    'PartOfDomain',
    'Domain',
    'DomainRole',
    'SystemSKUNumber',
  ],
);

/** Makers and models of virtual hardware; they name themselves in English. */
const virtualNames =
  /\b(vmware|virtualbox|innotek|qemu|kvm|xen|bochs|parallels|bhyve|amazon ec2|google compute|openstack|hvm domu)\b|^virtual machine$/i;

export const isVirtual = (manufacturer: string | null, model: string | null): Tri => {
  if (manufacturer === null && model === null) return 'unknown';
  return triOf([manufacturer, model].some((name) => name !== null && virtualNames.test(name)));
};

/** Numbers of the SMBIOS standard. */
const chassis: readonly [ChassisKind, readonly number[]][] = [
  ['laptop', [8, 9, 10, 14, 31]],
  ['tablet', [11, 30, 32]],
  ['desktop', [3, 4, 5, 6, 7, 13, 15, 16, 24, 35, 36]],
  ['server', [17, 23, 28]],
];

export const chassisOf = (types: readonly number[]): ChassisKind => {
  if (types.length === 0) return 'unknown';
  return (
    chassis.find(([, numbers]) => types.some((type) => numbers.includes(type)))?.[0] ?? 'other'
  );
};
