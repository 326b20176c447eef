import type { Power } from '../../core/facts/recovery';
import { ok, triOf } from '../../core/reading';
import type { Tri } from '../../core/reading';
import type { Probe } from '../probe';
import { cimFlag, cimNumber, cimSource, rowsOf } from '../text/cim';

const batteries = cimSource('cim-batteries', 'root/cimv2', 'Win32_Battery', [
  'BatteryStatus',
  'EstimatedChargeRemaining',
]);
/** The driver's own word; some PCs keep it from standard users. */
const driver = cimSource('cim-battery-driver', 'root/wmi', 'BatteryStatus', ['PowerOnline']);

/** 1 runs down; 2 has mains; 3 is full; 6 to 9 are charging. Low (4) and critical (5) tell neither. */
const byStatus: Record<number, Tri> = {
  1: 'no',
  2: 'yes',
  3: 'yes',
  6: 'yes',
  7: 'yes',
  8: 'yes',
  9: 'yes',
};

export const powerProbe: Probe<'power'> = {
  id: 'power',
  on: ['win32'],
  reads: [batteries, driver],
  parse: (raws) => {
    const told = rowsOf(raws, batteries);
    if (told.kind !== 'ok') return told;
    const rows = told.value;
    const online = rowsOf(raws, driver);
    const flags =
      online.kind === 'ok' ? online.value.map((row) => cimFlag(row, 'PowerOnline')) : [];
    const known = flags.filter((flag) => flag !== null);
    const statuses = rows.map((row) => byStatus[cimNumber(row, 'BatteryStatus') ?? 0] ?? 'unknown');
    const onMains: Tri =
      rows.length === 0
        ? 'yes'
        : known.length > 0
          ? triOf(known.includes(true))
          : (statuses.find((status) => status !== 'unknown') ?? 'unknown');
    const charges = rows
      .map((row) => cimNumber(row, 'EstimatedChargeRemaining'))
      .filter((charge) => charge !== null);
    const facts: Power = {
      hasBattery: triOf(rows.length > 0),
      onMains,
      charge: charges.length === 0 ? null : Math.min(...charges),
    };
    return ok(facts);
  },
};
