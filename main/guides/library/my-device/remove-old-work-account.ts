import * as checks from '../checks';
import type { Guide } from '../../guide';

export const removeOldWorkAccount: Guide = {
  id: 'remove-old-work-account',
  seats: ['my-device', 'deployment', 'guide-a-call'],
  fits: checks.fitting(
    checks.unless(checks.noSecondAccount),
    [checks.onlyRegistered, 'own-device', 'user'],
    [checks.noSecondAccount, 'no-second-account', 'user'],
  ),
  steps: [
    { id: 'first', kind: 'explain' },
    {
      id: 'there',
      kind: 'check',
      ...checks.noSecondAccount,
      yes: 'fine',
      no: 'apps',
      unknown: 'settings',
    },
    { id: 'apps', kind: 'wait', for: 'person', next: 'domain' },
    {
      id: 'domain',
      kind: 'check',
      ...checks.hybrid,
      yes: 'remove',
      no: 'settings',
      unknown: 'settings',
    },
    {
      id: 'remove',
      kind: 'act',
      repair: 'remove-stale-account',
      worked: 'fine',
      failed: 'settings',
    },
    {
      id: 'settings',
      kind: 'act',
      repair: 'open-settings-work-account',
      worked: 'disconnect',
      failed: 'disconnect',
    },
    {
      id: 'disconnect',
      kind: 'wait',
      for: 'person',
      until: checks.noSecondAccount,
      next: 'fine',
      late: 'call-it',
    },
    { id: 'fine', kind: 'done', proof: checks.noSecondAccount },
    { id: 'call-it', kind: 'hand-over', to: 'technician' },
  ],
};
