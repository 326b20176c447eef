import * as checks from '../checks';
import type { Guide } from '../../guide';

export const repairRecovery: Guide = {
  id: 'repair-recovery',
  seats: ['deployment'],
  fits: checks.fitting(checks.resettable, [checks.cloudPc, 'cloud-pc', 'technician']),
  steps: [
    { id: 'first', kind: 'explain' },
    { id: 'on', kind: 'check', ...checks.recoveryOn, yes: 'fine', no: 'waits', unknown: 'waits' },
    { id: 'waits', kind: 'check', ...checks.nothingWaits, no: 'restart-now', unknown: 'key' },
    { id: 'key', kind: 'check', ...checks.keySaved, no: 'save-key', unknown: 'turn-on' },
    { id: 'turn-on', kind: 'act', repair: 'enable-recovery', worked: 'fine', failed: 'space' },
    { id: 'space', kind: 'check', ...checks.roomEnough, no: 'tell', unknown: 'tell', yes: 'tell' },
    { id: 'fine', kind: 'done', proof: checks.recoveryOn },
    { id: 'restart-now', kind: 'wait', for: 'restart', next: 'key' },
    {
      id: 'save-key',
      kind: 'act',
      repair: 'escrow-recovery-key',
      worked: 'turn-on',
      failed: 'turn-on',
    },
    { id: 'tell', kind: 'hand-over', to: 'technician' },
  ],
};
