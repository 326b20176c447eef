import { triOf } from '../../core/reading';
import { valueOf, type Snapshot } from '../../core/snapshot';
import { need } from '../needs';
import type { Proof, Repair } from '../repair';
import { scriptAct } from '../script';
import { everybody } from './seats';

/** Letters that Windows remembers and that are not connected now; null when that cannot be told. */
const lost = (snapshot: Snapshot): string[] | null => {
  const told = valueOf(snapshot, 'mapped-drives');
  if (told === null || told.connected === null) return null;
  const up = told.connected.filter(({ status }) => status === 'ok').map(({ letter }) => letter);
  return told.remembered.map(({ letter }) => letter).filter((letter) => !up.includes(letter));
};

const proof = (before: Snapshot, after: Snapshot): Proof => {
  const [had, has] = [lost(before), lost(after)];
  if (has === null) return 'unknown';
  return had !== null && had.every((letter) => !has.includes(letter)) ? 'verified' : 'not-verified';
};

/**
 * Letter and path come from what this user's Windows remembers, read by the script itself: nothing is passed
 * in. A letter that is in use is left alone, and only paths of the form \\server\share are connected. What
 * another program or another user name remembered is not ours to connect.
 */
export const reconnectDrives: Repair = {
  id: 'reconnect-drives',
  rights: 'user',
  // An elevated process has drives of its own.
  session: 'own',
  risk: 'none',
  seats: everybody,
  seconds: 30,
  acts: [
    scriptAct({
      key: 'reconnect-drives',
      limitMs: 120_000,
      full: false,
      lines: `
        $code = 0;
        $live = @(Get-SmbMapping);
        foreach ($key in @(Get-ChildItem -Path 'HKCU:\\Network')) {
          $letter = $key.PSChildName + ':';
          $path = (Get-ItemProperty -LiteralPath $key.PSPath).RemotePath;
          if ($letter -notmatch '^[A-Za-z]:$') { continue };
          if ($path -notmatch '^\\\\\\\\[^\\\\/:*?<>|]+(\\\\[^\\\\/:*?<>|]+)+$') { continue };
          $same = @($live | Where-Object -Property LocalPath -EQ $letter);
          if (@($same | Where-Object -Property Status -EQ 'OK').Count -gt 0) { continue };
          if (@($same | Where-Object -Property RemotePath -NE $path).Count -gt 0) { continue };
          try { $null = New-SmbMapping -LocalPath $letter -RemotePath $path -Persistent $true } catch { $code = $_.Exception.HResult };
        };
        if ($code -ne 0) { exit $code };`,
    }),
  ],
  needs: [
    need('drive-lost', ['mapped-drives'], 'stop', (snapshot) => {
      const letters = lost(snapshot);
      return letters === null ? 'unknown' : triOf(letters.length > 0);
    }),
  ],
  rereads: ['mapped-drives'],
  settleSeconds: 9,
  proof,
  undo: 'not-needed',
};
