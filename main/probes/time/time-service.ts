import type { TimeService } from '../../core/facts/time';
import type { Probe } from '../probe';
import { map } from '../text/reading';
import { registryOf, registryReads, registrySource } from '../text/registry';

const service = registrySource(
  'registry-time-service',
  'HKLM',
  'SYSTEM\\CurrentControlSet\\Services\\W32Time',
);

const spare = /\\W32Time\\(?!Parameters$)/i;
const types: Record<string, TimeService['type']> = {
  nt5ds: 'domain',
  ntp: 'server',
  nosync: 'none',
  allsync: 'all',
};
const starts: Record<number, TimeService['start']> = { 2: 'automatic', 3: 'manual', 4: 'disabled' };

export const timeServiceProbe: Probe<'time-service'> = {
  id: 'time-service',
  on: ['win32'],
  reads: registryReads(service),
  parse: (raws) =>
    map(registryOf(raws, service, spare), (tree) => ({
      type: types[(tree.string('Parameters', 'Type') ?? '').toLowerCase()] ?? 'unknown',
      // `time.windows.com,0x9 other,0x1`: the number is how it is asked.
      servers: (tree.string('Parameters', 'NtpServer') ?? '')
        .split(/\s+/)
        .map((server) => server.replace(/,0x[0-9a-f]+$/i, ''))
        .filter((server) => server !== ''),
      start: starts[tree.number('', 'Start') ?? -1] ?? 'unknown',
    })),
};
