import { ok, triOf } from '../../core/reading';
import type { Probe } from '../probe';
import { cimSource, cimText, rowsOf } from '../text/cim';

const source = {
  ...cimSource('cim-configmgr-client', 'root/ccm', 'SMS_Client', ['ClientVersion']),
  rights: 'admin' as const,
};

export const configMgrClientProbe: Probe<'configmgr-client'> = {
  id: 'configmgr-client',
  on: ['win32'],
  reads: [source],
  parse: (raws) => {
    const rows = rowsOf(raws, source);
    // The client brings the namespace with it.
    if (rows.kind === 'unavailable' && rows.why === 'absent')
      return ok({ installed: 'no', version: null });
    if (rows.kind !== 'ok') return rows;
    const [row] = rows.value;
    const version = row === undefined ? null : cimText(row, 'ClientVersion');
    return ok({ installed: triOf(version === null ? null : true), version });
  },
};
