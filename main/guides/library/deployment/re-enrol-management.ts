import * as checks from '../checks';
import type { Guide } from '../../guide';

export const reEnrolManagement: Guide = {
  id: 're-enrol-management',
  seats: ['deployment'],
  fits: checks.fitting(
    checks.atWork,
    [checks.onlyRegistered, 'own-device', 'user'],
    [checks.cloudPc, 'cloud-pc', 'tenant'],
  ),
  steps: [
    { id: 'first', kind: 'explain' },
    { id: 'joined', kind: 'check', ...checks.atWork, no: 'join-first' },
    { id: 'edition', kind: 'check', ...checks.notHome, no: 'home', unknown: 'orphans' },
    {
      id: 'orphans',
      kind: 'check',
      ...checks.noOrphans,
      no: 'left-over',
      unknown: 'orphans-asked',
    },
    {
      id: 'orphans-asked',
      kind: 'choose',
      options: [
        { id: 'none', to: 'enrolled' },
        { id: 'some', to: 'left-over' },
      ],
    },
    { id: 'enrolled', kind: 'check', ...checks.managed, no: 'good', unknown: 'good' },
    { id: 'talk', kind: 'act', repair: 'sync-mdm', worked: 'heard', failed: 'talk-task' },
    { id: 'talk-task', kind: 'act', repair: 'sync-mdm-by-task', worked: 'heard', failed: 'logs' },
    { id: 'heard', kind: 'check', ...checks.heardToday, yes: 'fine', no: 'logs', unknown: 'fine' },
    { id: 'fine', kind: 'done', proof: checks.managed, owner: 'tenant' },
    { id: 'good', kind: 'check', ...checks.signedIn, no: 'renew', unknown: 'way' },
    {
      id: 'way',
      kind: 'check',
      ...checks.hybrid,
      yes: 'policy',
      no: 'cloud-way',
      unknown: 'cloud-way',
    },
    {
      id: 'policy',
      kind: 'act',
      repair: 'refresh-group-policy',
      worked: 'enrolling',
      failed: 'logs',
    },
    {
      id: 'enrolling',
      kind: 'wait',
      for: 'time',
      minutes: 15,
      until: checks.managed,
      next: 'talk',
      late: 'logs',
    },
    { id: 'renew', kind: 'act', repair: 'refresh-prt', worked: 'way', failed: 'join-first' },
    { id: 'logs', kind: 'act', repair: 'collect-mdm-diagnostics', worked: 'tell', failed: 'tell' },
    { id: 'left-over', kind: 'hand-over', to: 'technician' },
    { id: 'home', kind: 'hand-over', to: 'tenant' },
    { id: 'join-first', kind: 'hand-over', to: 'technician' },
    { id: 'cloud-way', kind: 'hand-over', to: 'tenant' },
    { id: 'tell', kind: 'hand-over', to: 'tenant' },
  ],
};
