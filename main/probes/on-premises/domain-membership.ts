import { ok, triOf } from '../../core/reading';
import type { Probe } from '../probe';
import { cimFlag, cimSource, cimText, rowsOf } from '../text/cim';
import { notUnderstood } from '../text/raw';

const source = cimSource('cim-domain-membership', 'root/cimv2', 'Win32_ComputerSystem', [
  'PartOfDomain',
  'Domain',
  'Workgroup',
]);

export const domainMembershipProbe: Probe<'domain-membership'> = {
  id: 'domain-membership',
  on: ['win32'],
  reads: [source],
  parse: (raws) => {
    const rows = rowsOf(raws, source);
    if (rows.kind !== 'ok') return rows;
    const [row] = rows.value;
    if (row === undefined) return notUnderstood('no computer system');
    const member = cimFlag(row, 'PartOfDomain');
    return ok({
      joined: triOf(member),
      // Outside a domain this property holds the workgroup's name.
      domain: member === true ? cimText(row, 'Domain') : null,
      workgroup: member === false ? (cimText(row, 'Workgroup') ?? cimText(row, 'Domain')) : null,
    });
  },
};
