import type { Tri } from '../reading';

/** `second-channel`: the declared-configuration enrolment that stands beside the Intune one. */
export type EnrolmentKind =
  | 'intune'
  | 'second-channel'
  | 'fake'
  | 'system-made'
  | 'other'
  /** The key can be seen, and nothing in it: some builds hide the values from standard users. */
  | 'unknown';

/** What speaks for an enrolment being alive; `unknown` where the witness could not be read. */
export interface EnrolmentWitnesses {
  account: Tri;
  tasks: Tri;
  certificate: Tri;
  certificateInDate: Tri;
  addressPlausible: Tri;
}

export interface LinkedEnrolment {
  id: string | null;
  /** 3 failed, 4 succeeded, 8 unenrolled. */
  status: number | null;
  error: string | null;
  locked: Tri;
}

export interface Enrolment {
  /** Upper case, without braces. Neither the tenant's nor the device's id. */
  id: string;
  kind: EnrolmentKind;
  provider: string | null;
  /** 1 is enrolled; see probes.md for the rest. */
  state: number | null;
  /** Numbers are not documented by the vendor: for display only. */
  type: number | null;
  user: string | null;
  /** The user is a stand-in (`foouser@…`, `autopilot@…`), not a person. */
  standInUser: Tri;
  tenantId: string | null;
  tenantMatches: Tri;
  resource: string | null;
  discoveryUrl: string | null;
  thumbprint: string | null;
  keyStore: 'tpm' | 'software' | 'unknown';
  /** The id Intune knows this device by. */
  managedDeviceId: string | null;
  renewal: { status: number | null; error: string | null };
  linked: LinkedEnrolment | null;
  witnesses: EnrolmentWitnesses;
  score: { points: number; undecided: number };
  orphan: Tri;
}

export interface Enrolments {
  enrolments: Enrolment[];
  intune: Tri;
  secondChannel: Tri;
  fake: Tri;
  /** Another manager, for example ConfigMgr, owns the device. */
  externallyManaged: Tri;
  secondChannelFlag: number | null;
}

export interface ManagementAccount {
  id: string;
  certificateStore: 'machine' | 'user' | 'unknown';
  thumbprint: string | null;
  address: string | null;
}

export interface ManagementAccounts {
  accounts: ManagementAccount[];
}

/** Times the management server answered, in UTC milliseconds. */
export interface ServerTimes {
  servers: {
    id: string;
    lastSuccess: number | null;
    lastFailure: number | null;
    lastAccess: number | null;
    lastResult: string | null;
  }[];
}

export interface ManagementTasks {
  tasks: {
    /** Null for the auto-enrolment task, which stands above the enrolments. */
    enrolmentId: string | null;
    name: string;
    state: 'disabled' | 'queued' | 'ready' | 'running' | 'unknown';
  }[];
  autoEnrolmentTask: Tri;
}

export interface LogEntry {
  /** As written: local time of the device, without a zone. */
  localTime: string;
  component: string;
  level: 'information' | 'warning' | 'error' | 'unknown';
  text: string;
}

export interface ManagementExtension {
  installed: Tri;
  /** Null when the agent's records could not be read. */
  apps:
    | {
        /** Zeros for apps of the device. */
        userId: string;
        appId: string;
        revision: string | null;
        errorCode: string | null;
      }[]
    | null;
}

export interface ManagementExtensionLog {
  entries: number;
  /** How the agent itself calls its apps; the newest name of each. */
  names: { appId: string; name: string }[];
  last: LogEntry | null;
  /** The newest at the end. */
  problems: LogEntry[];
}

export interface ManagementEvent {
  event: number;
  at: number | null;
  code: string | null;
}

export interface ManagementEvents {
  autoEnrolment: { outcome: 'succeeded' | 'failed'; at: number | null; code: string | null } | null;
  enrolment: { outcome: 'succeeded' | 'failed'; at: number | null; code: string | null } | null;
  failures: ManagementEvent[];
  /** The oldest event read: silence before it proves nothing. */
  since: number | null;
}

export interface ManagementSessions {
  lastStart: number | null;
  lastEnd: number | null;
  failures: ManagementEvent[];
  since: number | null;
}

export interface ManagementInstalls {
  started: number;
  finished: number;
  failed: ManagementEvent[];
  since: number | null;
}

/** MSI packages the management service ordered, the agent for apps and scripts among them. */
export interface ManagedPackages {
  packages: {
    /** SID of the user, or null for the device's own. */
    user: string | null;
    product: string;
    state: 'under-way' | 'waiting' | 'failed' | 'done' | 'unknown';
    rawState: number | null;
    error: string | null;
    isAgent: boolean;
  }[];
}

export interface AutoEnrolment {
  /** Group Policy asks for enrolment. "no" does not mean "not wanted": the tenant may ask. */
  policy: Tri;
  credential: 'user' | 'device' | 'unknown';
  /** Null when the join could not be read. */
  tenants:
    | {
        tenantId: string;
        enrolmentUrl: string | null;
        termsUrl: string | null;
        complianceUrl: string | null;
      }[]
    | null;
  /** The user was inside the tenant's management scope when the device was joined. */
  inScopeAtJoin: Tri;
}

/** The file "Export your management log files" makes. */
export interface ManagementReport {
  enrolments: {
    id: string | null;
    kind: EnrolmentKind;
    state: number | null;
    user: string | null;
    lastSuccess: number | null;
    lastFailure: number | null;
  }[];
  policyAreas: string[];
  installations: { product: string; status: number | null; error: string | null }[];
}

/** By probe id. */
export interface MdmFacts {
  'mdm-enrolments': Enrolments;
  'mdm-accounts': ManagementAccounts;
  'mdm-server-times': ServerTimes;
  'mdm-tasks': ManagementTasks;
  'mdm-events': ManagementEvents;
  'mdm-sessions': ManagementSessions;
  'mdm-installs': ManagementInstalls;
  'mdm-auto-enrolment': AutoEnrolment;
  'mdm-report': ManagementReport;
  'mdm-packages': ManagedPackages;
  'management-extension': ManagementExtension;
  'management-extension-log': ManagementExtensionLog;
}
