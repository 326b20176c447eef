import * as checks from '../checks';
import type { Guide } from '../../guide';

export const notCompliant: Guide = {
  id: 'not-compliant',
  seats: ['my-device', 'guide-a-call'],
  fits: checks.fitting(
    checks.managed,
    [checks.onlyRegistered, 'own-device', 'user'],
    [checks.unless(checks.managed), 'not-managed', 'tenant'],
  ),
  steps: [
    { id: 'first', kind: 'explain' },
    { id: 'managed', kind: 'check', ...checks.managed, no: 'call-it' },
    { id: 'restart', kind: 'check', ...checks.noRestartWaits, no: 'restart-now', unknown: 'drive' },
    { id: 'drive', kind: 'check', ...checks.driveProtected, no: 'drive-off', unknown: 'wall' },
    { id: 'wall', kind: 'check', ...checks.firewallOn, no: 'protection', unknown: 'virus' },
    { id: 'virus', kind: 'check', ...checks.antivirusOn, no: 'protection', unknown: 'tell' },
    { id: 'tell', kind: 'act', repair: 'sync-mdm', worked: 'heard', failed: 'company-portal' },
    { id: 'company-portal', kind: 'act', repair: 'check-in-company-portal', failed: 'call-it' },
    { id: 'heard', kind: 'check', ...checks.heardToday, no: 'call-it', unknown: 'look' },
    { id: 'look', kind: 'wait', for: 'time', minutes: 30, next: 'fine' },
    { id: 'fine', kind: 'done', proof: checks.seenElsewhere },
    { id: 'restart-now', kind: 'wait', for: 'restart', next: 'drive' },
    {
      id: 'drive-off',
      kind: 'wait',
      for: 'person',
      until: checks.driveProtected,
      next: 'wall',
      late: 'call-it',
    },
    {
      id: 'protection',
      kind: 'wait',
      for: 'person',
      until: checks.all(checks.firewallOn, checks.antivirusOn),
      next: 'tell',
      late: 'call-it',
    },
    { id: 'call-it', kind: 'hand-over', to: 'technician' },
  ],
};
