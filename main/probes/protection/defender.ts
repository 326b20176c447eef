import { failed, ok, triOf } from '../../core/reading';
import type { Probe } from '../probe';
import { cimFlag, cimNumber, cimSource, cimText, rowsOf } from '../text/cim';

const source = cimSource(
  'cim-defender',
  'root/Microsoft/Windows/Defender',
  'MSFT_MpComputerStatus',
  [
    'AMServiceEnabled',
    'RealTimeProtectionEnabled',
    'IsTamperProtected',
    'AntivirusSignatureAge',
    'AMRunningMode',
  ],
);
/** Larger numbers stand for "never updated". */
const longestAge = 65_534;

export const defenderProbe: Probe<'defender'> = {
  id: 'defender',
  on: ['win32'],
  reads: [source],
  parse: (raws) => {
    const rows = rowsOf(raws, source);
    if (rows.kind !== 'ok') return rows;
    const [row] = rows.value;
    if (row === undefined) return failed('not-understood', 'no status');
    const age = cimNumber(row, 'AntivirusSignatureAge');
    return ok({
      service: triOf(cimFlag(row, 'AMServiceEnabled')),
      realTime: triOf(cimFlag(row, 'RealTimeProtectionEnabled')),
      tamperProtected: triOf(cimFlag(row, 'IsTamperProtected')),
      signatureAgeDays: age === null || age > longestAge ? null : age,
      mode: cimText(row, 'AMRunningMode'),
    });
  },
};
