import * as checks from '../checks';
import type { Guide } from '../../guide';

export const recoveryKeyAsked: Guide = {
  id: 'recovery-key-asked',
  seats: ['my-device', 'deployment', 'guide-a-call'],
  fits: checks.fitting(null),
  steps: [
    { id: 'first', kind: 'explain' },
    {
      id: 'who',
      kind: 'choose',
      options: [
        { id: 'mine', to: 'portal' },
        { id: 'not-mine', to: 'call-it' },
      ],
    },
    { id: 'portal', kind: 'wait', for: 'person', next: 'found' },
    {
      id: 'found',
      kind: 'choose',
      options: [
        { id: 'yes', to: 'type' },
        { id: 'no', to: 'call-it' },
      ],
    },
    {
      id: 'type',
      kind: 'wait',
      for: 'person',
      until: checks.driveProtected,
      next: 'save',
      late: 'starts',
    },
    {
      id: 'starts',
      kind: 'choose',
      options: [
        { id: 'yes', to: 'save' },
        { id: 'no', to: 'call-it' },
      ],
    },
    { id: 'save', kind: 'act', repair: 'escrow-recovery-key', worked: 'fine', failed: 'tell-it' },
    { id: 'fine', kind: 'done', proof: checks.keySaved },
    { id: 'tell-it', kind: 'hand-over', to: 'technician' },
    { id: 'call-it', kind: 'hand-over', to: 'tenant' },
  ],
};
