import type { FoundCode } from '../../../core/facts/registration';
import type { PlacedRow } from './document';
import { hexCodes, isZero, serviceCodes } from './words';

/** Rows whose hex numbers are error codes; everywhere else hex is an id or a flag. */
const codeRows = new Set([
  'AD Connectivity Test',
  'AD Configuration Test',
  'DRS Discovery Test',
  'DRS Connectivity Test',
  'Kerberos Ticket Test',
  'Token acquisition Test',
  'Client ErrorCode',
  'Server ErrorCode',
  'Server ErrorSubCode',
  'Attempt Status',
  'HTTP Error',
  'WamDefaultSet',
  'NgcPreReq',
  'DeviceAuthStatus',
  'KeySignTest',
  'Auto Detect PAC Status',
]);

const sentenceRows = new Set(['Server Error Description', 'Server Message', 'Server Error Code']);

export const findCodes = (rows: readonly PlacedRow[]): FoundCode[] => {
  const found = new Map<string, FoundCode>();
  for (const row of rows) {
    const hex = codeRows.has(row.label) ? hexCodes(row.value, row.atEnd) : [];
    const service = sentenceRows.has(row.label) ? serviceCodes(row.value, row.atEnd) : [];
    for (const code of [...hex.filter((candidate) => !isZero(candidate)), ...service])
      if (!found.has(`${row.label} ${code}`))
        found.set(`${row.label} ${code}`, {
          code,
          field: row.label,
          section: row.section,
          line: row.line,
        });
  }
  return [...found.values()];
};
