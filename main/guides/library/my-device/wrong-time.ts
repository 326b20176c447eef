import * as checks from '../checks';
import type { Guide } from '../../guide';

export const wrongTime: Guide = {
  id: 'wrong-time',
  seats: ['my-device', 'deployment', 'guide-a-call'],
  fits: checks.fitting(null),
  steps: [
    { id: 'first', kind: 'explain' },
    { id: 'online', kind: 'check', ...checks.online, no: 'connect', unknown: 'zone' },
    { id: 'zone', kind: 'check', ...checks.zoneAutomatic, no: 'settings', unknown: 'set' },
    { id: 'right', kind: 'check', ...checks.clockRight, yes: 'fine', no: 'set', unknown: 'set' },
    { id: 'set', kind: 'act', repair: 'resync-clock', worked: 'fine', failed: 'settings' },
    {
      id: 'settings',
      kind: 'act',
      repair: 'open-settings-date-time',
      worked: 'switch',
      failed: 'switch',
    },
    {
      id: 'switch',
      kind: 'wait',
      for: 'person',
      until: checks.clockRight,
      next: 'fine',
      late: 'call-it',
    },
    {
      id: 'connect',
      kind: 'wait',
      for: 'person',
      until: checks.online,
      next: 'zone',
      late: 'call-it',
    },
    { id: 'fine', kind: 'done', proof: checks.clockRight },
    { id: 'call-it', kind: 'hand-over', to: 'technician' },
  ],
};
