import * as checks from '../checks';
import type { Guide } from '../../guide';

export const forgotPin: Guide = {
  id: 'forgot-pin',
  seats: ['my-device', 'guide-a-call'],
  fits: checks.fitting(checks.atWork, [checks.onlyRegistered, 'own-device', 'user']),
  steps: [
    { id: 'first', kind: 'explain' },
    { id: 'allowed', kind: 'check', ...checks.helloAllowed, no: 'not-allowed', unknown: 'kind' },
    {
      id: 'kind',
      kind: 'check',
      ...checks.pinKeepsKeys,
      no: 'starts-anew',
      unknown: 'starts-anew',
    },
    { id: 'keeps', kind: 'explain', next: 'domain' },
    { id: 'starts-anew', kind: 'explain' },
    {
      id: 'domain',
      kind: 'check',
      ...checks.inDomain,
      yes: 'reach',
      no: 'settings',
      unknown: 'settings',
    },
    { id: 'reach', kind: 'check', ...checks.controllerFound, no: 'office', unknown: 'settings' },
    { id: 'settings', kind: 'act', repair: 'open-settings-sign-in-options', failed: 'by-hand' },
    {
      id: 'by-hand',
      kind: 'wait',
      for: 'person',
      until: checks.helloSet,
      next: 'fine',
      late: 'call-it',
    },
    { id: 'fine', kind: 'done', proof: checks.helloSet },
    {
      id: 'office',
      kind: 'wait',
      for: 'person',
      until: checks.controllerFound,
      next: 'settings',
      late: 'call-it',
    },
    { id: 'not-allowed', kind: 'hand-over', to: 'tenant' },
    { id: 'call-it', kind: 'hand-over', to: 'technician' },
  ],
};
