import * as checks from '../checks';
import type { Guide } from '../../guide';

export const cloudPcStuck: Guide = {
  id: 'cloud-pc-stuck',
  seats: ['my-device', 'guide-a-call'],
  // Who cannot get into the Cloud PC sits at another one.
  fits: checks.fitting(checks.cloudPc),
  steps: [
    { id: 'first', kind: 'explain' },
    { id: 'save', kind: 'wait', for: 'person', next: 'restart' },
    { id: 'restart', kind: 'wait', for: 'person', minutes: 15, next: 'works' },
    {
      id: 'works',
      kind: 'choose',
      options: [
        { id: 'yes', to: 'fine' },
        { id: 'no', to: 'troubleshoot' },
      ],
    },
    { id: 'troubleshoot', kind: 'wait', for: 'person', minutes: 15, next: 'better' },
    {
      id: 'better',
      kind: 'choose',
      options: [
        { id: 'yes', to: 'fine' },
        { id: 'no', to: 'may' },
      ],
    },
    {
      id: 'may',
      kind: 'choose',
      options: [
        { id: 'restore', to: 'restore' },
        { id: 'ask', to: 'call-it' },
      ],
    },
    {
      id: 'restore',
      kind: 'confirm',
      survives: ['until-restore-point'],
      lost: ['after-restore-point'],
      minutes: 'not-stated',
      readiness: [{ id: 'folders', ...checks.foldersSafe }],
      no: 'call-it',
    },
    { id: 'do-restore', kind: 'wait', for: 'person', next: 'back' },
    {
      id: 'back',
      kind: 'choose',
      options: [
        { id: 'yes', to: 'fine' },
        { id: 'no', to: 'call-it' },
      ],
    },
    { id: 'fine', kind: 'done', proof: checks.cloudPcWorks },
    { id: 'call-it', kind: 'hand-over', to: 'technician' },
  ],
};
