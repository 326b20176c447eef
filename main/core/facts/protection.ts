import type { Tri } from '../reading';

export interface Tpm {
  present: Tri;
  /** `1.2` or `2.0`. */
  version: string | null;
  manufacturer: string | null;
  firmware: string | null;
  initialized: Tri;
  readyForStorage: Tri;
  readyForAttestation: Tri;
  canAttest: Tri;
  clearNeeded: Tri;
  vulnerableFirmware: Tri;
  lockedOut: Tri;
  /** All of them, as far as the tool says: version 2.0, ready, able, no vulnerable firmware. */
  attestationReady: Tri;
}

export interface TpmOwnership {
  enabled: Tri;
  activated: Tri;
  owned: Tri;
  version: string | null;
  manufacturer: string | null;
  firmware: string | null;
}

export interface Attestation {
  /** Result of the last request for an attestation key certificate; null when none is kept. */
  keyCertificateError: string | null;
  keyCertificate: 'issued' | 'failed' | 'unknown';
}

export interface SecureBoot {
  /** "no" also for old firmware without it. */
  on: Tri;
  capable: Tri;
  certificateUpdate: string | null;
}

export type VolumeState =
  'protected' | 'suspended' | 'encrypting' | 'decrypting' | 'locked' | 'off' | 'unknown';

export interface EncryptedVolume {
  letter: string;
  state: VolumeState;
  protection: Tri;
  encryptedPercent: number | null;
  method: string | null;
  /** Encrypted with an open key: set up at the factory, waiting for an account. Not safe. */
  waitingForAccount: Tri;
}

export interface BitLocker {
  from: 'management' | 'tool';
  volumes: EncryptedVolume[];
}

/** What the boot loader found: the only witness a standard user may read. Says nothing of later changes. */
export interface BitLockerAtStart {
  systemDriveProtected: Tri;
}

/** "no event" is not "no copy": the log rolls over. */
export interface KeyEscrow {
  last: {
    outcome: 'saved' | 'failed';
    at: number | null;
    protector: string | null;
    code: string | null;
  } | null;
  saved: string[];
  since: number | null;
}

export interface BitLockerPolicy {
  demanded: Tri;
  escrowToEntra: Tri;
}

export interface Defender {
  service: Tri;
  realTime: Tri;
  tamperProtected: Tri;
  signatureAgeDays: number | null;
  mode: string | null;
}

export interface Firewall {
  profiles: { name: 'domain' | 'private' | 'public'; on: Tri; by: 'local' | 'policy' }[];
}

export interface AntivirusProducts {
  products: { name: string; on: Tri; current: Tri }[];
}

export interface EndpointDetection {
  onboarded: Tri;
  organisationId: string | null;
}

/** By probe id. */
export interface ProtectionFacts {
  tpm: Tpm;
  'tpm-ownership': TpmOwnership;
  attestation: Attestation;
  'secure-boot': SecureBoot;
  bitlocker: BitLocker;
  'bitlocker-at-start': BitLockerAtStart;
  'key-escrow': KeyEscrow;
  'bitlocker-policy': BitLockerPolicy;
  defender: Defender;
  firewall: Firewall;
  'antivirus-products': AntivirusProducts;
  'endpoint-detection': EndpointDetection;
}
