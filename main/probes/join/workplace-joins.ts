import type { Probe } from '../probe';
import { map } from '../text/reading';
import { registryOf, registryReads, registrySource } from '../text/registry';
import { joinRecords } from './join-records';

const source = registrySource(
  'registry-workplace-join',
  'HKCU',
  'Software\\Microsoft\\Windows NT\\CurrentVersion\\WorkplaceJoin',
);

export const workplaceJoinsProbe: Probe<'workplace-joins'> = {
  id: 'workplace-joins',
  on: ['win32'],
  reads: registryReads(source),
  parse: (raws) => map(registryOf(raws, source), (tree) => ({ accounts: joinRecords(tree) })),
};
