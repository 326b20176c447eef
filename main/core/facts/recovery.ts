import type { Tri } from '../reading';

export interface RecoveryEnvironment {
  enabled: Tri;
  from: 'file' | 'tool';
  /** File and tool say different things: the boot entry was changed behind Windows' back. */
  disagree: boolean;
  location: string | null;
  bootEntry: string | null;
  /** Something (a reset, an upgrade) is waiting for the next start. */
  operationPending: Tri;
}

export interface DiskSpace {
  systemDrive: string | null;
  volumes: { letter: string; fileSystem: string | null; size: number; free: number }[];
}

export interface Power {
  hasBattery: Tri;
  onMains: Tri;
  /** Per cent. */
  charge: number | null;
}

export type RestartMarker =
  | 'servicing'
  | 'servicing-in-progress'
  | 'packages-pending'
  | 'windows-update'
  | 'file-renames'
  | 'computer-name'
  | 'domain-join';

export interface PendingRestart {
  /** `file-renames` alone does not count: many updaters leave it behind. */
  pending: Tri;
  markers: { name: RestartMarker; set: Tri }[];
}

export interface WindowsVersion {
  build: number | null;
  revision: number | null;
  displayVersion: string | null;
  edition: string | null;
  /** Home editions can neither join Entra ID nor use Autopilot. */
  home: Tri;
  family: 'windows-10' | 'windows-11' | 'server' | 'unknown';
  installedAt: number | null;
  /** What is known to be broken in this very build. */
  breakages: Breakage[];
}

/** An update that broke a way back, and the one that mended it. */
export interface Breakage {
  id: string;
  /** The reset itself, or keyboard and mouse in the recovery environment. */
  breaks: 'reset' | 'recovery-input';
  update: string;
  mendedBy: string;
  source: string;
}

export interface WindowsUpdate {
  /** A management policy or Group Policy directs updates. */
  managed: Tri;
  server: string | null;
  pausedUntil: number | null;
  lastFound: number | null;
  /** Null when the log could not be read. */
  failures: { event: number; at: number | null; code: string | null }[] | null;
}

export type KnownFolder = 'desktop' | 'documents' | 'pictures';

export interface OneDriveAccount {
  name: string;
  business: boolean;
  email: string | null;
  folder: string | null;
  tenantId: string | null;
}

export interface OneDrive {
  accounts: OneDriveAccount[];
  workAccount: Tri;
  /** Null when the user's folders could not be read. */
  folders:
    | {
        name: KnownFolder;
        path: string | null;
        place: 'onedrive' | 'network' | 'local' | 'unknown';
        protected: Tri;
      }[]
    | null;
  policy: { silentOptInTenant: string | null; optInBlocked: Tri; silentAccount: Tri };
  /** No local proof exists, so this never becomes "yes". */
  allUploaded: 'unknown';
}

export interface SettingsBackup {
  syncOn: Tri;
  blockedByPolicy: Tri;
  /** Null when the user's settings could not be read. */
  groups: { name: string; on: Tri }[] | null;
  backupPolicy: Tri;
}

export type LossKind =
  | 'desktop'
  | 'documents'
  | 'pictures'
  | 'downloads'
  | 'mail-files'
  | 'mapped-drives'
  | 'network-printers'
  | 'windows-hello'
  | 'browser-profiles'
  | 'sticky-notes'
  | 'outlook-signatures'
  | 'certificates'
  | 'apps';

/** Ways back besides the Settings page. */
export interface ResetOptions {
  /** Ctrl + Win + R on the lock screen. */
  localAutopilotReset: Tri;
}

/** What a reset takes, with what could be seen of it. `unknown` must be asked, never assumed away. */
export interface ResetLosses {
  /** `names` is null when they could not be read, or cannot be known. */
  losses: { kind: LossKind; lost: Tri; names: string[] | null }[];
}

/** The last time a restart or shutdown was announced, and the last time one was called off. */
export interface PlannedRestart {
  announced: number | null;
  cancelled: number | null;
}

export interface FolderSize {
  name: string;
  bytes: number;
  files: number;
  /** False when something inside was closed to us, or the time was up: it is at least so much. */
  whole: boolean;
}

/** What lies in the user's own folders, without what programs keep for themselves. */
export interface FolderSizes {
  root: string;
  folders: FolderSize[];
  /** Files beside the folders. */
  loose: FolderSize;
}

/** By probe id. */
export interface RecoveryFacts {
  'recovery-environment': RecoveryEnvironment;
  'disk-space': DiskSpace;
  power: Power;
  'pending-restart': PendingRestart;
  'windows-version': WindowsVersion;
  'windows-update': WindowsUpdate;
  onedrive: OneDrive;
  'settings-backup': SettingsBackup;
  'reset-losses': ResetLosses;
  'reset-options': ResetOptions;
  'planned-restart': PlannedRestart;
  'folder-sizes': FolderSizes;
}
