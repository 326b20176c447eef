import type { Raws } from '../probe';
import { cimSource, cimText, rowsOf } from '../text/cim';

export const biosSource = cimSource('cim-bios', 'root/cimv2', 'Win32_BIOS', [
  'SerialNumber',
  'SMBIOSBIOSVersion',
]);

/** What makers leave in the field when nobody fills it in. */
const placeholder =
  /^(default string|to be filled|system serial|none$|not (specified|applicable)|0+$|x+$)/i;

const fieldOf = (raws: Raws, name: string): string | null => {
  const rows = rowsOf(raws, biosSource);
  const row = rows.kind === 'ok' ? rows.value[0] : undefined;
  return row === undefined ? null : cimText(row, name);
};

export const serialOf = (raws: Raws): string | null => {
  const serial = fieldOf(raws, 'SerialNumber');
  return serial === null || placeholder.test(serial) ? null : serial;
};

export const firmwareOf = (raws: Raws): string | null => fieldOf(raws, 'SMBIOSBIOSVersion');
