import type { AnyProbe } from '../probe';
import { diskSpaceProbe } from './disk-space';
import { folderSizesProbe } from './folder-sizes';
import { oneDriveProbe } from './onedrive';
import { pendingRestartProbe } from './pending-restart';
import { powerProbe } from './power';
import { recoveryEnvironmentProbe } from './recovery-environment';
import { resetLossesProbe } from './reset-losses';
import { resetOptionsProbe } from './reset-options';
import { settingsBackupProbe } from './settings-backup';
import { windowsUpdateProbe } from './windows-update';
import { windowsVersionProbe } from './windows-version';
import { plannedRestartProbe } from './planned-restart';

export const recoveryProbes = [
  recoveryEnvironmentProbe,
  diskSpaceProbe,
  powerProbe,
  pendingRestartProbe,
  windowsVersionProbe,
  windowsUpdateProbe,
  oneDriveProbe,
  settingsBackupProbe,
  resetLossesProbe,
  resetOptionsProbe,
  plannedRestartProbe,
  folderSizesProbe,
] satisfies readonly AnyProbe[];
