import type { Tri } from '../reading';

export interface JoinRecord {
  /** Thumbprint of the device certificate, which names the record. */
  thumbprint: string;
  tenantId: string | null;
  userEmail: string | null;
  identityProvider: string | null;
}

export interface TenantRecord {
  tenantId: string;
  name: string | null;
  mdmEnrollmentUrl: string | null;
  mdmTermsOfUseUrl: string | null;
  mdmComplianceUrl: string | null;
}

/** What this PC itself keeps about its joins: the same facts as `dsregcmd`, without text. */
export interface JoinRecords {
  joins: JoinRecord[];
  tenants: TenantRecord[];
}

/** Where automatic registration is sent by a setting on the PC; such a setting wins over the directory. */
export interface RegistrationTarget {
  tenantId: string | null;
  tenantName: string | null;
}

export interface JoinPolicy {
  /** `not-configured` means allowed. */
  automaticRegistration: 'asked-for' | 'blocked' | 'not-configured';
  /** Adding a work account to Windows is blocked. */
  workAccountsBlocked: Tri;
  /** The device key may be kept in the user's roaming profile (virtual desktops). */
  keyFromProfile: Tri;
}

export type TaskState = 'disabled' | 'queued' | 'ready' | 'running' | 'unknown';

export interface JoinTasks {
  /** Missing tasks are missing here; an empty list means that none was seen. */
  tasks: { name: string; state: TaskState }[];
}

export type CertificateKind = 'device' | 'peer-to-peer';

export interface DeviceCertificate {
  thumbprint: string;
  kind: CertificateKind;
  issuer: string;
  /** Common name of the subject: the Entra device id. */
  name: string | null;
  from: number | null;
  to: number | null;
  /** Null where the record does not say; a private key may still be there. */
  keyProvider: string | null;
  tpmProtected: Tri;
}

/** Only certificates that join this PC; all others are none of our business. */
export interface DeviceCertificates {
  certificates: DeviceCertificate[];
  /** Records in the store that could not be read. */
  unreadable: number;
}

export type RegistrationStep =
  | 'discovery'
  | 'request'
  | 'response'
  | 'completion'
  | 'authentication'
  | 'automatic'
  | 'directory-lookup'
  | 'connection'
  | 'certificate'
  | 'device-key'
  | 'update'
  | 'leave'
  | 'repair';

export interface RegistrationEvent {
  id: number;
  at: number | null;
  step: RegistrationStep;
  outcome: 'succeeded' | 'failed';
  code: string | null;
  httpStatus: number | null;
  entraErrors: string[];
  tenantId: string | null;
}

export interface RegistrationEvents {
  /** Newest first. */
  events: RegistrationEvent[];
  lastFailure: RegistrationEvent | null;
  lastSuccess: RegistrationEvent | null;
  cut: boolean;
}

/** Work accounts of this user that registered the PC (Entra registered). */
export interface WorkplaceJoins {
  accounts: JoinRecord[];
}

/** By probe id. */
export interface JoinFacts {
  'join-records': JoinRecords;
  'registration-target': RegistrationTarget;
  'join-policy': JoinPolicy;
  'join-tasks': JoinTasks;
  'device-certificates': DeviceCertificates;
  'registration-events': RegistrationEvents;
  'workplace-joins': WorkplaceJoins;
}
