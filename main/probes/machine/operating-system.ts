import type { OperatingSystem } from '../../core/facts/machine';
import { failed, ok, triOf } from '../../core/reading';
import type { Probe } from '../probe';
import { cimNumber, cimText, rowsOf } from '../text/cim';
import { operatingSystemSource, cimTime } from './clock';

/** Windows multi-session, sold only for virtual desktops. */
const multiSessionSku = 175;

export const operatingSystemProbe: Probe<'operating-system'> = {
  id: 'operating-system',
  on: ['win32'],
  reads: [operatingSystemSource],
  parse: (raws) => {
    const rows = rowsOf(raws, operatingSystemSource);
    if (rows.kind !== 'ok') return rows;
    const [row] = rows.value;
    if (row === undefined) return failed('not-understood', 'no operating system');
    const sku = cimNumber(row, 'OperatingSystemSKU');
    const facts: OperatingSystem = {
      systemDrive: cimText(row, 'SystemDrive'),
      sku,
      multiSession: triOf(sku === null ? null : sku === multiSessionSku),
      startedAt: cimTime(row, 'LastBootUpTime'),
    };
    return ok(facts);
  },
};
