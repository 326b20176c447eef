import * as checks from '../checks';
import type { Guide } from '../../guide';

export const chipNotReady: Guide = {
  id: 'chip-not-ready',
  seats: ['deployment'],
  fits: checks.fitting(checks.unless(checks.chipReady), [checks.cloudPc, 'cloud-pc', 'technician']),
  steps: [
    { id: 'first', kind: 'explain' },
    {
      id: 'there',
      kind: 'check',
      ...checks.chipThere,
      no: 'firmware-off',
      unknown: 'firmware-off',
    },
    { id: 'locked', kind: 'check', ...checks.chipUnlocked, no: 'wait-unlock', unknown: 'firmware' },
    { id: 'firmware', kind: 'check', ...checks.chipFirmwareGood, no: 'update', unknown: 'online' },
    { id: 'online', kind: 'check', ...checks.online, no: 'network', unknown: 'clock' },
    { id: 'clock', kind: 'check', ...checks.clockRight, no: 'set-clock', unknown: 'ready' },
    { id: 'ready', kind: 'check', ...checks.chipReady, no: 'power-off', unknown: 'power-off' },
    { id: 'fine', kind: 'done', proof: checks.chipReady, owner: 'vendor' },
    { id: 'set-clock', kind: 'act', repair: 'resync-clock', worked: 'ready', failed: 'ready' },
    { id: 'power-off', kind: 'wait', for: 'restart', next: 'again' },
    {
      id: 'again',
      kind: 'check',
      ...checks.chipReady,
      yes: 'fine',
      no: 'vendor',
      unknown: 'vendor',
    },
    { id: 'firmware-off', kind: 'hand-over', to: 'technician' },
    { id: 'wait-unlock', kind: 'hand-over', to: 'technician' },
    { id: 'update', kind: 'hand-over', to: 'vendor' },
    { id: 'network', kind: 'hand-over', to: 'network' },
    { id: 'vendor', kind: 'hand-over', to: 'vendor' },
  ],
};
