import type { ServiceState } from '../../core/facts/sign-in';
import type { Probe } from '../probe';
import { cimFlag, cimSource, cimText, rowsOf } from '../text/cim';
import { map } from '../text/reading';

const names = [
  'TokenBroker',
  'wlidsvc',
  'VaultSvc',
  'KeyIso',
  'NgcSvc',
  'NgcCtnrSvc',
  'WinHttpAutoProxySvc',
  'iphlpsvc',
  'Netlogon',
  'LanmanWorkstation',
  'Dnscache',
  'W32Time',
  'EventLog',
  'Schedule',
] as const;

const source = cimSource(
  'cim-sign-in-services',
  'root/cimv2',
  'Win32_Service',
  ['Name', 'Started', 'StartMode'],
  names.map((name) => `Name = '${name}'`).join(' OR '),
);

/** The words of this CIM property are part of its definition, in English everywhere. */
const modes: Record<string, ServiceState['startMode']> = {
  auto: 'automatic',
  manual: 'manual',
  disabled: 'disabled',
};

export const signInServicesProbe: Probe<'sign-in-services'> = {
  id: 'sign-in-services',
  on: ['win32'],
  reads: [source],
  parse: (raws) =>
    map(rowsOf(raws, source), (rows) => ({
      services: rows.flatMap((row) => {
        const name = cimText(row, 'Name');
        const startMode = modes[(cimText(row, 'StartMode') ?? '').toLowerCase()] ?? 'unknown';
        return name === null ? [] : [{ name, running: cimFlag(row, 'Started'), startMode }];
      }),
    })),
};
