import type { Licence, LicenceState } from '../../core/facts/licence';
import { triOf } from '../../core/reading';
import type { Probe } from '../probe';
import { cimNumber, cimSource, cimText, rowsOf } from '../text/cim';
import type { CimRow } from '../text/cim';
import { hexCode } from '../text/codes';
import { map } from '../text/reading';

/** Few columns on purpose: asking for all of them takes minutes and wakes the licence service for each. */
const source = {
  ...cimSource(
    'cim-licence',
    'root/cimv2',
    'SoftwareLicensingProduct',
    ['Name', 'LicenseStatus', 'LicenseStatusReason', 'PartialProductKey', 'GracePeriodRemaining'],
    // The id of Windows among the licensed products.
    "ApplicationID='55c92734-d682-4d71-983e-d6ec3f16059f' AND PartialProductKey IS NOT NULL",
  ),
  limitMs: 30_000,
};

const states: readonly LicenceState[] = [
  'unlicensed',
  'licensed',
  'first-grace',
  'tolerance-grace',
  'non-genuine-grace',
  'notification',
  'extended-grace',
];

const productOf = (row: CimRow): Licence['products'] => {
  const name = cimText(row, 'Name');
  if (name === null) return [];
  return [
    {
      name,
      state: states[cimNumber(row, 'LicenseStatus') ?? -1] ?? 'unknown',
      reason: hexCode(cimNumber(row, 'LicenseStatusReason')),
      graceMinutes: cimNumber(row, 'GracePeriodRemaining'),
      partialKey: cimText(row, 'PartialProductKey'),
    },
  ];
};

const activated = (products: Licence['products']): boolean | null => {
  if (products.some(({ state }) => state === 'licensed')) return true;
  return products.some(({ state }) => state === 'unknown') ? null : false;
};

export const licenceProbe: Probe<'licence'> = {
  id: 'licence',
  on: ['win32'],
  reads: [source],
  parse: (raws) =>
    map(rowsOf(raws, source), (rows) => {
      const products = rows.flatMap(productOf);
      return { activated: triOf(activated(products)), products };
    }),
};
