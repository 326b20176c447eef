import type { DiskSpace } from '../../core/facts/recovery';
import { operatingSystemSource } from '../machine/clock';
import type { Probe } from '../probe';
import { cimNumber, cimText, rowsOf } from '../text/cim';
import type { CimRow } from '../text/cim';
import { map, valueOr } from '../text/reading';
import { logicalDisks } from './sources';

const volumeOf = (row: CimRow): DiskSpace['volumes'] => {
  const letter = cimText(row, 'DeviceID');
  const size = cimNumber(row, 'Size');
  const free = cimNumber(row, 'FreeSpace');
  // A locked or empty drive has a letter and no size: nothing to say about its space.
  if (letter === null || size === null || free === null) return [];
  return [{ letter, fileSystem: cimText(row, 'FileSystem'), size, free }];
};

export const diskSpaceProbe: Probe<'disk-space'> = {
  id: 'disk-space',
  on: ['win32'],
  reads: [logicalDisks, operatingSystemSource],
  parse: (raws) =>
    map(rowsOf(raws, logicalDisks), (rows) => {
      const [system] = valueOr(rowsOf(raws, operatingSystemSource), []);
      return {
        systemDrive: system === undefined ? null : cimText(system, 'SystemDrive'),
        volumes: rows.flatMap(volumeOf),
      };
    }),
};
