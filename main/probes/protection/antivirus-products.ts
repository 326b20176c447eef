import type { AntivirusProducts } from '../../core/facts/protection';
import { triOf } from '../../core/reading';
import type { Probe } from '../probe';
import { cimNumber, cimSource, cimText, rowsOf } from '../text/cim';
import type { CimRow } from '../text/cim';
import { map } from '../text/reading';

const source = cimSource('cim-antivirus-products', 'root/SecurityCenter2', 'AntiVirusProduct', [
  'displayName',
  'productState',
]);

/** Four bits each: 1 is on (0 off, 2 paused, 3 expired), and 1 is out of date. */
const isOn = (state: number): boolean => ((state >> 12) & 0xf) === 1;
const isCurrent = (state: number): boolean => ((state >> 4) & 0xf) === 0;

const productOf = (row: CimRow): AntivirusProducts['products'] => {
  const name = cimText(row, 'displayName');
  const state = cimNumber(row, 'productState');
  if (name === null) return [];
  return [
    {
      name,
      on: triOf(state === null ? null : isOn(state)),
      current: triOf(state === null ? null : isCurrent(state)),
    },
  ];
};

export const antivirusProductsProbe: Probe<'antivirus-products'> = {
  id: 'antivirus-products',
  on: ['win32'],
  reads: [source],
  parse: (raws) => map(rowsOf(raws, source), (rows) => ({ products: rows.flatMap(productOf) })),
};
