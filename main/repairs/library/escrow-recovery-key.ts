import { triOf } from '../../core/reading';
import { valueOf } from '../../core/snapshot';
import { encrypted, entraJoined, online } from '../needs';
import { proofOf } from '../proofs';
import type { Repair } from '../repair';
import { scriptAct } from '../script';
import { everybody } from './seats';

const saved = (snapshot: Parameters<Repair['proof']>[0]) =>
  valueOf(snapshot, 'key-escrow')?.last ?? null;

/** Sends the key of the system drive from Windows to Entra. It passes through no hand of ours: nothing is printed. */
export const escrowRecoveryKey: Repair = {
  id: 'escrow-recovery-key',
  rights: 'admin',
  session: 'any',
  risk: 'none',
  seats: everybody,
  seconds: 20,
  acts: [
    scriptAct({
      key: 'backup-to-entra',
      limitMs: 120_000,
      full: false,
      lines: `
        $volume = Get-BitLockerVolume -MountPoint $env:SystemDrive;
        $protectors = @($volume.KeyProtector | Where-Object -Property KeyProtectorType -EQ 'RecoveryPassword');
        if ($protectors.Count -eq 0) { exit 41 };
        foreach ($protector in $protectors) {
          $null = BackupToAAD-BitLockerKeyProtector -MountPoint $env:SystemDrive -KeyProtectorId $protector.KeyProtectorId;
        };`,
    }),
  ],
  needs: [entraJoined, encrypted, online],
  rereads: ['key-escrow'],
  settleSeconds: 15,
  proof: (before, after) => {
    if (valueOf(after, 'key-escrow') === null) return 'unknown';
    const [old, now] = [saved(before), saved(after)];
    const fresh = now !== null && now.at !== null && now.at > (old?.at ?? -Infinity);
    return proofOf(triOf(fresh && now?.outcome === 'saved'));
  },
  undo: 'not-needed',
};
