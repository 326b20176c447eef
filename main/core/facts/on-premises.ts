import type { Tri } from '../reading';

/** Number and name as Windows prints them beside its translated sentence. */
export interface ToolStatus {
  number: number;
  symbol: string;
}

export interface DomainMembership {
  joined: Tri;
  domain: string | null;
  workgroup: string | null;
}

export interface FoundController {
  host: string;
  address: string | null;
  domainGuid: string | null;
  domain: string | null;
  forest: string | null;
  site: string | null;
  /** Null when this PC's subnet belongs to no site. */
  ourSite: string | null;
  flags: number;
}

export interface DomainController {
  found: FoundController | null;
  failure: ToolStatus | null;
}

export interface DirectorySite {
  name: string | null;
  failure: ToolStatus | null;
}

export interface SecureChannel {
  state: 'healthy' | 'broken' | 'unreachable' | 'unknown';
  controller: string | null;
  status: ToolStatus | null;
  /** Netlogon's own complaints, newest first; null when the log is not readable. */
  complaints: { id: number; at: number | null }[] | null;
}

export interface CloudKerberosSettings {
  /** Hello cloud trust: asked for by MDM or group policy. */
  cloudTrust: Tri;
  /** Ticket retrieval for Entra Kerberos; two places are in use. */
  retrievalPolicy: boolean | null;
  retrievalLsa: boolean | null;
  retrieval: Tri;
  /** Realms whose tickets come through a proxy. */
  proxyRealms: string[];
}

export interface StoredCredential {
  kind: 'domain' | 'generic' | 'microsoft-account' | 'certificate' | 'other';
  target: string;
}

/** Names only; a secret is never asked for. */
export interface StoredCredentials {
  credentials: StoredCredential[];
}

export type DriveStatus =
  | 'ok'
  | 'paused'
  | 'disconnected'
  | 'network-error'
  | 'connecting'
  | 'reconnecting'
  | 'unavailable'
  | 'unknown';

export interface MappedDrives {
  /** Kept in the profile: what a reset must bring back. */
  remembered: { letter: string; path: string; user: string | null; provider: string | null }[];
  /** Null when the live state could not be asked for. */
  connected: { letter: string | null; path: string; status: DriveStatus }[] | null;
}

export interface Printers {
  /** Null when the spooler did not answer. */
  printers:
    | {
        name: string;
        port: string | null;
        driver: string | null;
        network: boolean | null;
        server: string | null;
        isDefault: boolean | null;
        offline: boolean | null;
      }[]
    | null;
  /** Connections kept in the profile: known even where the spooler hangs. */
  connections: { server: string; share: string }[];
}

export interface GroupPolicyRuns {
  /** When Group Policy was last applied, for the computer or for a user. */
  lastSuccess: number | null;
  lastFailure: number | null;
}

/** By probe id. */
export interface OnPremisesFacts {
  'domain-membership': DomainMembership;
  'domain-controller': DomainController;
  'directory-site': DirectorySite;
  'secure-channel': SecureChannel;
  'cloud-kerberos-settings': CloudKerberosSettings;
  'stored-credentials': StoredCredentials;
  'mapped-drives': MappedDrives;
  printers: Printers;
  'group-policy-runs': GroupPolicyRuns;
}
