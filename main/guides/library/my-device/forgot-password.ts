import * as checks from '../checks';
import type { Guide } from '../../guide';

export const forgotPassword: Guide = {
  id: 'forgot-password',
  seats: ['my-device', 'guide-a-call'],
  fits: checks.fitting(checks.atWork, [checks.onlyRegistered, 'own-device', 'user']),
  steps: [
    { id: 'first', kind: 'explain' },
    { id: 'online', kind: 'check', ...checks.online, no: 'connect' },
    {
      id: 'offered',
      kind: 'check',
      ...checks.resetLinkOffered,
      no: 'other-device',
      unknown: 'which',
    },
    {
      id: 'which',
      kind: 'choose',
      options: [
        { id: 'link', to: 'at-lock-screen' },
        { id: 'no-link', to: 'other-device' },
      ],
    },
    {
      id: 'connect',
      kind: 'wait',
      for: 'person',
      until: checks.online,
      next: 'offered',
      late: 'call-it',
    },
    { id: 'at-lock-screen', kind: 'wait', for: 'person', next: 'domain' },
    { id: 'other-device', kind: 'wait', for: 'person', next: 'domain' },
    {
      id: 'domain',
      kind: 'check',
      ...checks.inDomain,
      yes: 'reach',
      no: 'sign-in',
      unknown: 'sign-in',
    },
    {
      id: 'reach',
      kind: 'check',
      ...checks.controllerFound,
      yes: 'sign-in',
      no: 'office',
      unknown: 'sign-in',
    },
    {
      id: 'office',
      kind: 'wait',
      for: 'person',
      until: checks.controllerFound,
      next: 'sign-in',
      late: 'call-it',
    },
    {
      id: 'sign-in',
      kind: 'wait',
      for: 'person',
      until: checks.signedIn,
      next: 'fine',
      late: 'call-it',
    },
    { id: 'fine', kind: 'done', proof: checks.signedIn },
    { id: 'call-it', kind: 'hand-over', to: 'technician' },
  ],
};
