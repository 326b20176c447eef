import type { Workload } from '../../core/facts/co-management';

const workloads: readonly [number, Workload][] = [
  [2, 'compliance'],
  [4, 'resource-access'],
  [8, 'device-configuration'],
  [16, 'windows-update'],
  [32, 'endpoint-protection'],
  [64, 'client-apps'],
  [128, 'office-click-to-run'],
];
/** Bit 1 says that co-management is on; bits above these have no public meaning. */
const known = 0xff;

export const workloadsOf = (flags: number): Workload[] =>
  workloads.filter(([bit]) => (flags & bit) !== 0).map(([, name]) => name);

export const unknownBits = (flags: number): string | null => {
  const rest = (flags & ~known) >>> 0;
  return rest === 0 ? null : `0x${rest.toString(16)}`;
};
