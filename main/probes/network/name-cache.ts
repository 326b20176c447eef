import type { Probe } from '../probe';
import { cimSource, rowsOf } from '../text/cim';
import { map } from '../text/reading';

/** One property that tells nothing: which names a person asked for stays out of every recording. */
const source = cimSource('cim-name-cache', 'root/StandardCimv2', 'MSFT_DNSClientCache', [
  'TimeToLive',
]);

export const nameCacheProbe: Probe<'name-cache'> = {
  id: 'name-cache',
  on: ['win32'],
  onRequest: true,
  reads: [source],
  parse: (raws) => map(rowsOf(raws, source), (rows) => ({ entries: rows.length })),
};
