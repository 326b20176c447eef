import type { ManagementTasks } from '../../core/facts/mdm';
import type { Reading } from '../../core/reading';
import type { Probe, Raws } from '../probe';
import { cimNumber, cimSource, cimText, rowsOf } from '../text/cim';
import type { CimRow } from '../text/cim';
import { map } from '../text/reading';
import { guidOf } from './guid';

/** Standard users do not see this folder at all, so an empty list of theirs would mean nothing. */
export const managementTasksSource = {
  ...cimSource(
    'cim-management-tasks',
    'root/Microsoft/Windows/TaskScheduler',
    'MSFT_ScheduledTask',
    ['TaskName', 'TaskPath', 'State'],
    "TaskPath LIKE '\\\\Microsoft\\\\Windows\\\\EnterpriseMgmt\\\\%'",
  ),
  rights: 'admin' as const,
};

const folder = /^\\Microsoft\\Windows\\EnterpriseMgmt\\(.*?)\\?$/i;
const states = ['unknown', 'disabled', 'queued', 'ready', 'running'] as const;
/** The one task that stands directly in the folder; its name is English on every PC. */
const autoEnrolment = /automatically enrolling in MDM/i;

const taskOf = (row: CimRow): ManagementTasks['tasks'] => {
  const inside = folder.exec(cimText(row, 'TaskPath') ?? '');
  const name = cimText(row, 'TaskName');
  if (inside === null || name === null) return [];
  const state = states[cimNumber(row, 'State') ?? 0] ?? 'unknown';
  return [{ enrolmentId: guidOf(inside[1] ?? ''), name, state }];
};

export const tasksIn = (raws: Raws): Reading<ManagementTasks> =>
  map(rowsOf(raws, managementTasksSource), (rows) => {
    const tasks = rows.flatMap(taskOf);
    const waiting = tasks.some(
      ({ enrolmentId, name }) => enrolmentId === null && autoEnrolment.test(name),
    );
    return { tasks, autoEnrolmentTask: waiting ? 'yes' : 'no' };
  });

export const managementTasksProbe: Probe<'mdm-tasks'> = {
  id: 'mdm-tasks',
  on: ['win32'],
  reads: [managementTasksSource],
  parse: tasksIn,
};
