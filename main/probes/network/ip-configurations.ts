import { cimTime } from '../machine/clock';
import type { Probe } from '../probe';
import { cimFlag, cimSource, cimText, cimTexts, rowsOf } from '../text/cim';
import { map } from '../text/reading';

const source = cimSource(
  'cim-ip-configurations',
  'root/cimv2',
  'Win32_NetworkAdapterConfiguration',
  [
    'Description',
    'IPAddress',
    'DefaultIPGateway',
    'DNSServerSearchOrder',
    'DNSDomain',
    'DHCPEnabled',
    'DHCPLeaseObtained',
  ],
  'IPEnabled = TRUE',
);

export const ipConfigurationsProbe: Probe<'ip-configurations'> = {
  id: 'ip-configurations',
  on: ['win32'],
  reads: [source],
  parse: (raws) =>
    map(rowsOf(raws, source), (rows) => ({
      adapters: rows.map((row) => ({
        description: cimText(row, 'Description'),
        addresses: cimTexts(row, 'IPAddress'),
        gateways: cimTexts(row, 'DefaultIPGateway'),
        nameServers: cimTexts(row, 'DNSServerSearchOrder'),
        suffix: cimText(row, 'DNSDomain'),
        dhcp: cimFlag(row, 'DHCPEnabled'),
        leaseObtained: cimTime(row, 'DHCPLeaseObtained'),
      })),
    })),
};
