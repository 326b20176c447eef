import { failed, ok, triOf } from '../../core/reading';
import type { Probe } from '../probe';
import { cimFlag, cimSource, cimText, rowsOf } from '../text/cim';

/** The owner's secret is no property of this class, unlike that of the cmdlet. */
const source = {
  ...cimSource('cim-tpm', 'root/cimv2/Security/MicrosoftTpm', 'Win32_Tpm', [
    'IsEnabled_InitialValue',
    'IsActivated_InitialValue',
    'IsOwned_InitialValue',
    'SpecVersion',
    'ManufacturerIdTxt',
    'ManufacturerVersion',
  ]),
  rights: 'admin' as const,
};

export const tpmOwnershipProbe: Probe<'tpm-ownership'> = {
  id: 'tpm-ownership',
  on: ['win32'],
  reads: [source],
  parse: (raws) => {
    const rows = rowsOf(raws, source);
    if (rows.kind !== 'ok') return rows;
    const [row] = rows.value;
    if (row === undefined) return failed('not-understood', 'no answer about a TPM');
    return ok({
      enabled: triOf(cimFlag(row, 'IsEnabled_InitialValue')),
      activated: triOf(cimFlag(row, 'IsActivated_InitialValue')),
      owned: triOf(cimFlag(row, 'IsOwned_InitialValue')),
      // `2.0, 0, 1.59`: the first part is the version of the standard.
      version: /^\d+\.\d+/.exec(cimText(row, 'SpecVersion') ?? '')?.[0] ?? null,
      manufacturer: cimText(row, 'ManufacturerIdTxt'),
      firmware: cimText(row, 'ManufacturerVersion'),
    });
  },
};
