import type { ManagementEvent } from './mdm';
import type { Tri } from '../reading';

export type OobeSetting =
  | 'skip-cortana'
  | 'user-not-admin'
  | 'skip-express-settings'
  | 'skip-oem-registration'
  | 'skip-eula'
  | 'tpm-attestation'
  | 'device-authenticates'
  | 'join-requires-tpm'
  | 'skip-windows-upgrade'
  | 'patch-download'
  | 'skip-keyboard';

export interface OobeConfig {
  raw: number;
  settings: OobeSetting[];
  /** Bits without a public meaning, shown as they are. */
  unknownBits: number;
  /** Self-deploying or pre-provisioning: the device proves itself with its TPM. */
  selfDeploying: boolean;
}

export interface AutopilotProfile {
  /** "no": the profile key is not there. Never proof of "not registered". */
  present: Tri;
  disabled: Tri;
  /** "no": the device is registered to another organisation than the one signed in to. */
  tenantMatched: Tri;
  signedInTenantId: string | null;
  ownerTenantId: string | null;
  ownerTenantDomain: string | null;
  profileName: string | null;
  oobe: OobeConfig | null;
  error: { code: string | null; reason: string | null };
  registrationId: string | null;
  correlationId: string | null;
  managedDeviceId: string | null;
}

export type JoinMethod = 'entra' | 'hybrid' | 'unknown';

export interface AutopilotPolicyCache {
  present: Tri;
  profileAvailable: Tri;
  joinMethod: JoinMethod;
  mode: number | null;
  /** Null when there is no JSON in the cache. */
  policy: ProfileDocument | null;
  /** The JSON is there and is damaged. */
  damaged: boolean;
}

/** A profile as the service or an imaging tool wrote it. */
export interface ProfileDocument {
  tenantId: string | null;
  tenantDomain: string | null;
  profileName: string | null;
  joinMethod: JoinMethod;
  forcedEnrolment: Tri;
  oobe: OobeConfig | null;
  deviceNameTemplate: string | null;
  registrationId: string | null;
  downloadedAt: number | null;
  /** 2: made for device preparation. */
  deviceRegistration: number | null;
  statusPage: Tri;
  skipsDomainControllerCheck: Tri;
}

export interface DownloadedProfile {
  profile: ProfileDocument;
}

export type FileEncoding = 'ascii' | 'ansi' | 'utf-8' | 'utf-8-bom' | 'utf-16';

export interface OfflineProfile {
  encoding: FileEncoding;
  /** Windows does not read a profile with a byte order mark or in UTF-16. */
  ignoredByWindows: boolean;
  profile: ProfileDocument;
  comment: string | null;
}

export type StepState =
  'not-started' | 'in-progress' | 'succeeded' | 'failed' | 'not-required' | 'unknown';

export interface SetupCategory {
  name: 'device-preparation' | 'device-setup' | 'account-setup';
  state: StepState;
  parts: { name: string; state: StepState; code: string | null }[];
  /** The status text is there and is no JSON. */
  damaged: boolean;
}

export type TrackedKind =
  'policy' | 'msi' | 'store-app' | 'win32-app' | 'certificate' | 'network' | 'other';

export interface TrackedItem {
  kind: TrackedKind;
  /** SID of the user, or null for the device's part. */
  user: string | null;
  name: string;
  state: StepState;
  rawState: number | null;
}

export interface StatusPage {
  enrolmentId: string;
  deviceShown: Tri;
  userShown: Tri;
  allowsReset: Tri;
  allowsRetry: Tri;
  allowsContinue: Tri;
  timeoutMinutes: number | null;
  syncDone: Tri;
}

/** Each list is null when its source could not be read: an empty one says that there is nothing. */
export interface SetupTracking {
  pages: StatusPage[] | null;
  categories: SetupCategory[] | null;
  items: TrackedItem[] | null;
}

export interface DevicePreparation {
  used: Tri;
  phase: 'bootstrapping' | 'running' | 'done' | 'none' | 'unknown';
  rawHint: string | null;
  page: {
    agentTimeoutSeconds: number | null;
    pageTimeoutSeconds: number | null;
    errorMessage: string | null;
    allowsSkip: Tri;
    allowsDiagnostics: Tri;
  } | null;
}

export interface OfflineDomainJoin {
  applied: Tri;
  state: 'applied' | 'waiting' | 'no-connectivity' | 'none' | 'unknown';
  /** Null when the log could not be read. */
  events: ManagementEvent[] | null;
}

export type AutopilotVerdict =
  | 'not-registered'
  | 'hardware-changed'
  | 'profile-deleted'
  | 'no-profile-assigned'
  | 'profile-received'
  | 'state-changed'
  | 'no-download-needed'
  | 'internet-available'
  | 'policy-not-set-yet'
  | 'nothing-told';

export interface AutopilotEvents {
  verdict: AutopilotVerdict;
  tpmIdentityFailed: Tri;
  profileNotSet: Tri;
  events: ManagementEvent[];
}

export interface PreProvisioning {
  started: Tri;
  at: number | null;
}

export interface HardwareHash {
  serial: string | null;
  productId: string | null;
  hash: string;
}

export interface SetupPhase {
  /** The device is still in its out-of-box set-up. */
  inSetup: Tri;
  imageState: string | null;
  setupInProgress: Tri;
  oobeInProgress: Tri;
}

/** By probe id. */
export interface AutopilotFacts {
  'autopilot-profile': AutopilotProfile;
  'autopilot-policy-cache': AutopilotPolicyCache;
  'autopilot-downloaded-profile': DownloadedProfile;
  'autopilot-offline-profile': OfflineProfile;
  'setup-tracking': SetupTracking;
  'device-preparation': DevicePreparation;
  'offline-domain-join': OfflineDomainJoin;
  'autopilot-events': AutopilotEvents;
  'pre-provisioning': PreProvisioning;
  'hardware-hash': HardwareHash;
  'setup-phase': SetupPhase;
}
