import * as checks from '../checks';
import type { Guide } from '../../guide';

export const helloStopped: Guide = {
  id: 'hello-stopped',
  seats: ['my-device', 'guide-a-call'],
  fits: checks.fitting(checks.atWork, [checks.onlyRegistered, 'own-device', 'user']),
  steps: [
    { id: 'first', kind: 'explain' },
    {
      id: 'restart',
      kind: 'check',
      ...checks.noRestartWaits,
      no: 'restart-now',
      unknown: 'allowed',
    },
    { id: 'allowed', kind: 'check', ...checks.helloAllowed, no: 'not-allowed', unknown: 'good' },
    { id: 'good', kind: 'check', ...checks.signedIn, no: 'renew', unknown: 'set' },
    { id: 'set', kind: 'check', ...checks.helloSet, no: 'settings', unknown: 'settings' },
    { id: 'try', kind: 'wait', for: 'person', next: 'works' },
    {
      id: 'works',
      kind: 'choose',
      options: [
        { id: 'yes', to: 'fine' },
        { id: 'no', to: 'settings' },
      ],
    },
    { id: 'restart-now', kind: 'wait', for: 'restart', next: 'allowed' },
    { id: 'renew', kind: 'act', repair: 'refresh-prt', worked: 'set', failed: 'call-it' },
    { id: 'settings', kind: 'act', repair: 'open-settings-sign-in-options', failed: 'again' },
    {
      id: 'again',
      kind: 'wait',
      for: 'person',
      until: checks.helloSet,
      next: 'fine',
      late: 'call-it',
    },
    { id: 'fine', kind: 'done', proof: checks.helloSet },
    { id: 'not-allowed', kind: 'hand-over', to: 'tenant' },
    { id: 'call-it', kind: 'hand-over', to: 'technician' },
  ],
};
