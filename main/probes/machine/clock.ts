import type { Raws } from '../probe';
import { cimSource, cimText, rowsOf } from '../text/cim';
import type { CimRow } from '../text/cim';

/** One question for what Windows says of itself; `Caption` is left out because it is translated. */
export const operatingSystemSource = cimSource(
  'cim-operating-system',
  'root/cimv2',
  'Win32_OperatingSystem',
  ['SystemDrive', 'OperatingSystemSKU', 'LastBootUpTime', 'LocalDateTime'],
);

/** CIM dates come as UTC ISO 8601. */
export const cimTime = (row: CimRow, name: string): number | null => {
  const at = Date.parse(cimText(row, name) ?? '');
  return Number.isNaN(at) ? null : at;
};

/** What the device's own clock said while it was read; null when it could not be asked. */
export const deviceClock = (raws: Raws): number | null => {
  const rows = rowsOf(raws, operatingSystemSource);
  const row = rows.kind === 'ok' ? rows.value[0] : undefined;
  return row === undefined ? null : cimTime(row, 'LocalDateTime');
};
