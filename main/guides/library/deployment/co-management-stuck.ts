import * as checks from '../checks';
import type { Guide } from '../../guide';

export const coManagementStuck: Guide = {
  id: 'co-management-stuck',
  seats: ['deployment'],
  fits: checks.fitting(checks.clientThere, [
    checks.unless(checks.clientThere),
    'no-client',
    'technician',
  ]),
  steps: [
    { id: 'first', kind: 'explain' },
    { id: 'client', kind: 'check', ...checks.clientThere, no: 'no-client' },
    {
      id: 'mode',
      kind: 'check',
      ...checks.clientProvisioned,
      no: 'provisioning',
      unknown: 'joined',
    },
    { id: 'joined', kind: 'check', ...checks.atWork, no: 'join-first' },
    { id: 'good', kind: 'check', ...checks.signedIn, no: 'renew', unknown: 'enrolled' },
    { id: 'enrolled', kind: 'check', ...checks.managed, no: 'policy', unknown: 'policy' },
    { id: 'on', kind: 'check', ...checks.coManaged, no: 'site', unknown: 'site' },
    { id: 'talk', kind: 'act', repair: 'sync-mdm', worked: 'fine', failed: 'talk-task' },
    { id: 'talk-task', kind: 'act', repair: 'sync-mdm-by-task', worked: 'fine', failed: 'site' },
    { id: 'fine', kind: 'done', proof: checks.coManaged, owner: 'tenant' },
    { id: 'renew', kind: 'act', repair: 'refresh-prt', worked: 'enrolled', failed: 'join-first' },
    {
      id: 'policy',
      kind: 'act',
      repair: 'refresh-group-policy',
      worked: 'enrolling',
      failed: 'site',
    },
    {
      id: 'enrolling',
      kind: 'wait',
      for: 'time',
      minutes: 15,
      until: checks.managed,
      next: 'on',
      late: 'site',
    },
    { id: 'no-client', kind: 'hand-over', to: 'technician' },
    { id: 'provisioning', kind: 'hand-over', to: 'technician' },
    { id: 'join-first', kind: 'hand-over', to: 'technician' },
    { id: 'site', kind: 'hand-over', to: 'tenant' },
  ],
};
