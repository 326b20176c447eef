import * as checks from '../checks';
import type { Guide } from '../../guide';

/** What a person copied by hand, and what IT said about the way back, stands on their word. */
const prepared = checks.all(
  checks.recoveryOn,
  checks.nothingWaits,
  checks.powered,
  checks.roomEnough,
  checks.buildGood,
  checks.keySaved,
);

export const prepareReset: Guide = {
  id: 'prepare-reset',
  seats: ['my-device', 'deployment', 'guide-a-call'],
  fits: checks.fitting(checks.resettable, [checks.cloudPc, 'cloud-pc', 'user']),
  steps: [
    { id: 'first', kind: 'explain' },
    { id: 'tools', kind: 'check', ...checks.recoveryOn, no: 'tools-off', unknown: 'tools-off' },
    { id: 'waits', kind: 'check', ...checks.nothingWaits, no: 'restart-now', unknown: 'power' },
    { id: 'power', kind: 'check', ...checks.powered, no: 'plug', unknown: 'plug' },
    { id: 'room', kind: 'check', ...checks.roomEnough, no: 'make-room', unknown: 'build' },
    { id: 'build', kind: 'check', ...checks.buildGood, no: 'update', unknown: 'key' },
    { id: 'key', kind: 'check', ...checks.keySaved, no: 'save-key', unknown: 'save-key' },
    { id: 'folders', kind: 'check', ...checks.foldersSafe, no: 'copy', unknown: 'copy' },
    { id: 'cloud', kind: 'wait', for: 'person', next: 'back' },
    { id: 'back', kind: 'check', ...checks.comesBack, no: 'ask-it', unknown: 'ask-it' },
    { id: 'paper', kind: 'wait', for: 'person', next: 'ready' },
    { id: 'ready', kind: 'done', proof: prepared },
    { id: 'tools-off', kind: 'act', repair: 'enable-recovery', worked: 'waits', failed: 'call-it' },
    { id: 'restart-now', kind: 'wait', for: 'restart', next: 'power' },
    {
      id: 'plug',
      kind: 'wait',
      for: 'person',
      until: checks.powered,
      next: 'room',
      late: 'call-it',
    },
    {
      id: 'make-room',
      kind: 'wait',
      for: 'person',
      until: checks.roomEnough,
      next: 'build',
      late: 'call-it',
    },
    {
      id: 'update',
      kind: 'wait',
      for: 'person',
      until: checks.buildGood,
      next: 'key',
      late: 'call-it',
    },
    {
      id: 'save-key',
      kind: 'act',
      repair: 'escrow-recovery-key',
      worked: 'folders',
      failed: 'call-it',
    },
    { id: 'copy', kind: 'wait', for: 'person', next: 'cloud' },
    {
      id: 'ask-it',
      kind: 'choose',
      options: [
        { id: 'comes', to: 'paper' },
        { id: 'not', to: 'call-it' },
      ],
    },
    { id: 'call-it', kind: 'hand-over', to: 'technician' },
  ],
};
