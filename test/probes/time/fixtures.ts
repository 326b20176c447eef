import type { Fixture } from '../fixture';
import { capture, dword, ran, registry, text } from '../support';

const service = 'SYSTEM\\CurrentControlSet\\Services\\W32Time';

export const fixtures: readonly Fixture[] = [
  {
    id: 'clock-sync',
    origin: 'capture',
    given: { 'w32tm-status': ran(capture('w32tm-fr-verbose.txt', '\n')) },
  },
  {
    id: 'time-service',
    origin: 'documented-shape',
    given: {
      'registry-time-service': ran(
        registry('HKLM', {
          [service]: { Start: dword(3) },
          [`${service}\\Parameters`]: {
            Type: text('NTP'),
            NtpServer: text('time.windows.com,0x9 ntp.contoso.test,0x1'),
          },
        }),
      ),
    },
  },
  {
    id: 'time-zone',
    origin: 'documented-shape',
    given: {
      'registry-time-zone': ran(
        registry('HKLM', {
          'SYSTEM\\CurrentControlSet\\Control\\TimeZoneInformation': {
            TimeZoneKeyName: text('W. Europe Standard Time'),
            ActiveTimeBias: dword(-120),
          },
        }),
      ),
      'registry-time-zone-updater': ran(
        registry('HKLM', {
          'SYSTEM\\CurrentControlSet\\Services\\tzautoupdate': { Start: dword(4) },
        }),
      ),
    },
  },
];
