import { managed, online } from '../needs';
import type { Repair } from '../repair';
import { scriptAct } from '../script';
import { everybody } from './seats';
import { sessionProof } from './sync-mdm';

/**
 * Where PowerShell is constrained, or nobody is signed in: the task that a push message starts. Its folder
 * is named after the enrolment, with or without braces, so the script asks Windows for the name.
 */
export const syncMdmByTask: Repair = {
  id: 'sync-mdm-by-task',
  rights: 'admin',
  session: 'any',
  risk: 'none',
  seats: everybody,
  seconds: 60,
  acts: [
    scriptAct({
      key: 'mdm-push-task',
      limitMs: 60_000,
      full: false,
      lines: `
        $tasks = @(Get-ScheduledTask -TaskName 'PushLaunch' -ErrorAction SilentlyContinue | Where-Object -Property TaskPath -Like '\\Microsoft\\Windows\\EnterpriseMgmt\\*');
        if ($tasks.Count -eq 0) { exit 41 };
        $tasks | Start-ScheduledTask;`,
    }),
  ],
  needs: [managed, online],
  rereads: ['mdm-sessions'],
  settleSeconds: 90,
  proof: sessionProof,
  undo: 'not-needed',
};
