import { triOf } from '../../core/reading';
import { valueOf, type Snapshot } from '../../core/snapshot';
import { managed, notManagedElsewhere, online } from '../needs';
import type { Proof, Repair } from '../repair';
import { scriptAct } from '../script';
import { everybody } from './seats';

/** The session log tells start and end of every talk with the server, and what failed in it. */
export const sessionProof = (before: Snapshot, after: Snapshot): Proof => {
  const [old, now] = [valueOf(before, 'mdm-sessions'), valueOf(after, 'mdm-sessions')];
  if (now === null) return 'unknown';
  const ended = triOf(now.lastEnd !== null && now.lastEnd > (old?.lastEnd ?? -Infinity));
  return ended === 'yes' ? 'verified' : 'not-verified';
};

/** The way the vendor offers to apps: needs no administrator, and asks the first enrolment there is. */
export const syncMdm: Repair = {
  id: 'sync-mdm',
  rights: 'user',
  session: 'any',
  risk: 'none',
  seats: everybody,
  seconds: 60,
  acts: [
    scriptAct({
      key: 'mdm-session',
      limitMs: 180_000,
      full: true,
      lines: `
        $null = [Windows.Management.MdmSessionManager, Windows.Management, ContentType = WindowsRuntime];
        $session = [Windows.Management.MdmSessionManager]::TryCreateSession();
        if ($null -eq $session) { exit 41 };
        $null = $session.StartAsync();
        for ($turn = 0; $turn -lt 80; $turn++) {
          Start-Sleep -Seconds 2;
          if ([string]$session.State -eq 'Completed') { break };
        };
        $code = 0;
        if ($null -ne $session.ExtendedError) { $code = $session.ExtendedError.HResult };
        [Windows.Management.MdmSessionManager]::DeleteSessionById($session.Id);
        if ($code -ne 0) { exit $code };`,
    }),
  ],
  needs: [managed, notManagedElsewhere, online],
  rereads: ['mdm-sessions'],
  settleSeconds: 30,
  proof: sessionProof,
  undo: 'not-needed',
};
