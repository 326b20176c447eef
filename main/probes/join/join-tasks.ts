import type { TaskState } from '../../core/facts/join';
import type { Probe } from '../probe';
import { cimNumber, cimSource, cimText, rowsOf } from '../text/cim';
import { map } from '../text/reading';

const source = cimSource(
  'cim-join-tasks',
  'root/Microsoft/Windows/TaskScheduler',
  'MSFT_ScheduledTask',
  ['TaskName', 'TaskPath', 'State'],
  "TaskPath = '\\\\Microsoft\\\\Windows\\\\Workplace Join\\\\'",
);

/** `Automatic-Device-Join`, `Recovery-Check`, `Device-Sync`: their names are English everywhere. */
const folder = '\\microsoft\\windows\\workplace join\\';
const states: Record<number, TaskState> = { 1: 'disabled', 2: 'queued', 3: 'ready', 4: 'running' };

export const joinTasksProbe: Probe<'join-tasks'> = {
  id: 'join-tasks',
  on: ['win32'],
  reads: [source],
  parse: (raws) =>
    map(rowsOf(raws, source), (rows) => ({
      tasks: rows
        .filter((row) => (cimText(row, 'TaskPath') ?? folder).toLowerCase() === folder)
        .flatMap((row) => {
          const name = cimText(row, 'TaskName');
          const state = states[cimNumber(row, 'State') ?? 0] ?? 'unknown';
          return name === null ? [] : [{ name, state }];
        }),
    })),
};
