import * as checks from '../checks';
import type { Guide } from '../../guide';

/** Nobody signs for what was not seen. */
const inOrder = checks.all(
  checks.setUpDone,
  checks.atWork,
  checks.accepted,
  checks.managed,
  checks.heardToday,
  checks.driveProtected,
  checks.keySaved,
  checks.recoveryOn,
  checks.firewallOn,
  checks.antivirusOn,
  checks.activated,
  checks.noRestartWaits,
);

export const signOff: Guide = {
  id: 'sign-off',
  seats: ['deployment'],
  fits: checks.fitting(checks.atWork),
  steps: [
    { id: 'first', kind: 'explain' },
    { id: 'set-up', kind: 'check', ...checks.setUpDone, no: 'not-done' },
    { id: 'joined', kind: 'check', ...checks.atWork, no: 'not-done' },
    { id: 'good', kind: 'check', ...checks.accepted, no: 'not-done', unknown: 'managed' },
    { id: 'managed', kind: 'check', ...checks.managed, no: 'not-managed' },
    { id: 'heard', kind: 'check', ...checks.heardToday, no: 'talk', unknown: 'talk' },
    { id: 'drive', kind: 'check', ...checks.driveProtected, no: 'not-safe', unknown: 'key' },
    { id: 'key', kind: 'check', ...checks.keySaved, no: 'save-key', unknown: 'save-key' },
    { id: 'tools', kind: 'check', ...checks.recoveryOn, no: 'tools-on', unknown: 'wall' },
    { id: 'wall', kind: 'check', ...checks.firewallOn, no: 'not-safe', unknown: 'virus' },
    { id: 'virus', kind: 'check', ...checks.antivirusOn, no: 'not-safe', unknown: 'licence' },
    { id: 'licence', kind: 'check', ...checks.activated, no: 'licence-open', unknown: 'restart' },
    { id: 'restart', kind: 'check', ...checks.noRestartWaits, no: 'restart-now', unknown: 'user' },
    { id: 'user', kind: 'wait', for: 'person', next: 'fine' },
    { id: 'fine', kind: 'done', proof: inOrder },
    { id: 'talk', kind: 'act', repair: 'sync-mdm', worked: 'drive', failed: 'not-managed' },
    {
      id: 'save-key',
      kind: 'act',
      repair: 'escrow-recovery-key',
      worked: 'tools',
      failed: 'not-safe',
    },
    { id: 'tools-on', kind: 'act', repair: 'enable-recovery', worked: 'wall', failed: 'wall' },
    {
      id: 'licence-open',
      kind: 'wait',
      for: 'person',
      until: checks.activated,
      next: 'restart',
      late: 'not-done',
    },
    { id: 'restart-now', kind: 'wait', for: 'restart', next: 'user' },
    { id: 'not-managed', kind: 'hand-over', to: 'tenant' },
    { id: 'not-safe', kind: 'hand-over', to: 'tenant' },
    { id: 'not-done', kind: 'hand-over', to: 'technician' },
  ],
};
