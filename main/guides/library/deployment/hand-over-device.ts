import * as checks from '../checks';
import type { Guide } from '../../guide';

export const handOverDevice: Guide = {
  id: 'hand-over-device',
  seats: ['deployment'],
  fits: checks.fitting(checks.resettable, [checks.cloudPc, 'cloud-pc', 'tenant']),
  steps: [
    { id: 'first', kind: 'explain' },
    { id: 'files', kind: 'wait', for: 'person', next: 'key' },
    { id: 'key', kind: 'check', ...checks.keySaved, no: 'save-key', unknown: 'save-key' },
    { id: 'type', kind: 'check', ...checks.cloudOnly, no: 'wipe', unknown: 'wipe' },
    { id: 'managed', kind: 'check', ...checks.managed, no: 'wipe', unknown: 'wipe' },
    { id: 'tools', kind: 'check', ...checks.recoveryOn, no: 'tools-on', unknown: 'tools-on' },
    { id: 'power', kind: 'check', ...checks.powered, no: 'plug', unknown: 'plug' },
    { id: 'back', kind: 'check', ...checks.comesBack, no: 'register', unknown: 'register' },
    { id: 'remote', kind: 'hand-over', to: 'tenant' },
    { id: 'save-key', kind: 'act', repair: 'escrow-recovery-key', worked: 'type', failed: 'type' },
    { id: 'tools-on', kind: 'act', repair: 'enable-recovery', worked: 'power', failed: 'wipe' },
    { id: 'plug', kind: 'wait', for: 'person', until: checks.powered, next: 'back', late: 'wipe' },
    {
      id: 'register',
      kind: 'act',
      repair: 'export-hardware-hash',
      worked: 'remote',
      failed: 'wipe',
    },
    { id: 'wipe', kind: 'hand-over', to: 'tenant' },
  ],
};
