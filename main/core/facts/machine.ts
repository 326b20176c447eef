import type { Tri } from '../reading';

export type ChassisKind = 'laptop' | 'desktop' | 'tablet' | 'server' | 'other' | 'unknown';

export interface Machine {
  name: string | null;
  manufacturer: string | null;
  model: string | null;
  /** Null for placeholders such as `Default string`. */
  serial: string | null;
  firmware: string | null;
  chassis: ChassisKind;
  memory: number | null;
  domainMember: Tri;
  domain: string | null;
  domainRole: number | null;
  virtual: Tri;
  systemSku: string | null;
}

export interface OperatingSystem {
  systemDrive: string | null;
  sku: number | null;
  multiSession: Tri;
  /** UTC milliseconds. */
  startedAt: number | null;
}

export type StartMode = 'boot' | 'system' | 'automatic' | 'manual' | 'disabled' | 'unknown';

export interface ServiceState {
  installed: Tri;
  running: Tri;
  start: StartMode;
  exitCode: number | null;
  /** Null while it does not run, and where it was not asked. */
  processId: number | null;
}

/** Keyed by the service's short name, lower case. All asked names are there. */
export interface Services {
  services: Record<string, ServiceState>;
}

/** Whether Windows starts us once more at the next sign-in of this user. */
export interface ResumeEntry {
  present: Tri;
}

export interface LocalAccounts {
  accounts: { name: string; enabled: Tri; builtInAdministrator: boolean }[];
  /** Where a policy has the password of the local administrator kept, so that somebody can read it. */
  passwordKeptIn: 'entra' | 'directory' | 'nowhere' | 'unknown';
  /** The account whose password that is; null for the built-in one, or where nothing is kept. */
  managedName: string | null;
}

/** By probe id. */
export interface MachineFacts {
  machine: Machine;
  'operating-system': OperatingSystem;
  services: Services;
  'resume-entry': ResumeEntry;
  'local-accounts': LocalAccounts;
}
