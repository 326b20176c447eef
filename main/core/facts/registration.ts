import type { Tri } from '../reading';

/** One row of `dsregcmd` output, with where it stood, so that every conclusion can show its proof. */
export interface Row {
  section: string;
  label: string;
  value: string;
  /** 1-based line in the text as given. */
  line: number;
}

export type JoinType =
  | 'entra-joined'
  | 'hybrid-joined'
  | 'domain-joined'
  | 'entra-registered'
  | 'not-joined'
  | 'unknown';

export type SubjectKind = 'entra-user' | 'domain-user' | 'local-user' | 'system' | 'unknown';

/** Where the command ran. `no-logon-session`: service, agent or remote shell without a user's session. */
export type SessionKind = 'interactive' | 'remote-desktop' | 'no-logon-session' | 'unknown';

export interface Subject {
  kind: SubjectKind;
  /** As printed, e.g. `CONTOSO\jane`. */
  account: string | null;
  upn: string | null;
  elevated: boolean | null;
  session: SessionKind;
}

/** A set of certificate dates in UTC milliseconds; null where the text was redacted or damaged. */
export interface Validity {
  from: number | null;
  to: number | null;
}

export interface Key {
  provider: string | null;
  tpmProtected: boolean | null;
  certificate: Validity | null;
}

export interface WorkAccount extends Key {
  index: number;
  deviceId: string | null;
  tenantId: string | null;
  tenantName: string | null;
  mdmUrl: string | null;
  ngcSet: Tri;
}

/** Rows of one failed attempt to get a token (AcquirePrtDiagnostics, RefreshPrtDiagnostics). */
export interface PrtFailure {
  /** Windows asked for a new token, or tried to renew one. */
  attempt: 'acquire' | 'refresh' | 'unknown';
  at: number | null;
  status: string | null;
  user: string | null;
  credential: string | null;
  endpoint: string | null;
  httpError: string | null;
  httpStatus: number | null;
  serverError: string | null;
  description: string | null;
  correlationId: string | null;
}

export interface Prt {
  present: Tri;
  updatedAt: number | null;
  expiresAt: number | null;
  authority: string | null;
  failure: PrtFailure | null;
  /** False when the section is filtered or cut, so that "no failure rows" proves nothing. */
  sectionWhole: boolean;
}

export type DeviceAuthState = 'success' | 'disabled-or-deleted' | 'untested' | 'unknown';

export type TestState = 'pass' | 'fail' | 'skipped' | 'unknown';

export interface PreJoinTest {
  name: string;
  state: TestState;
  codes: string[];
}

export interface PreJoin {
  userContext: 'system' | 'elevated' | 'unelevated' | 'unknown';
  clientTime: number | null;
  tests: PreJoinTest[];
  fallbackToSync: Tri;
  fallbackToFederated: Tri;
  previousAttempt: number | null;
  registrationType: string | null;
  phase: string | null;
  clientCode: string | null;
  serverCode: string | null;
  serverSubCode: string | null;
  serverOperation: string | null;
  serverMessage: string | null;
  httpStatus: number | null;
  requestId: string | null;
}

export type KeySignState = 'passed' | 'failed' | 'not-elevated' | 'unknown';

export interface HelloChecks {
  /** The row `NgcPreReq : ERROR`: checks could not be made, so no row below says anything. */
  couldNotCheck: boolean;
  isUserEntra: Tri;
  policyEnabled: Tri;
  deviceEligible: Tri;
  sessionIsLocal: Tri;
  onPremTgt: Tri;
  result: 'will-provision' | 'will-not-provision' | 'unknown';
  /** Labels of the rows that say NO, in order. */
  blockers: string[];
}

export interface Proxy {
  scope: 'system' | 'user' | 'winhttp' | 'url';
  autoDetect: Tri;
  pacUrl: string | null;
  servers: string | null;
  bypass: string | null;
  accessType: string | null;
}

/** A code met in the output, with the row it stood in. */
export interface FoundCode {
  code: string;
  field: string;
  section: string;
  line: number;
}

export type Verb =
  'status' | 'help' | 'list-accounts' | 'cleanup-accounts' | 'join-trace' | 'vm-join-log';

/** What an output of another verb than /status says. */
export interface VerbResult {
  verb: Verb;
  succeeded: Tri;
  accounts: { user: string; authority: string | null }[];
  codes: string[];
}

/** Everything one `dsregcmd` output says. Absent rows are null or `unknown`, never "no". */
export interface Registration {
  verb: Verb;
  verbResult: VerbResult | null;
  /** Titles of the sections that were there, in order. */
  sections: string[];
  joinRows: { entra: Tri; enterprise: Tri; domain: Tri; workplace: Tri };
  deviceName: string | null;
  domainName: string | null;
  virtualDesktop: string | null;
  deviceId: string | null;
  thumbprint: string | null;
  deviceKey: Key;
  deviceAuth: { state: DeviceAuthState; code: string | null };
  tenant: {
    id: string | null;
    name: string | null;
    authorityHost: string | null;
    mdmUrl: string | null;
  };
  executing: { account: string; upn: string | null } | null;
  ngc: { set: Tri; keyId: string | null; canReset: string | null };
  workAccountCount: number | null;
  workAccounts: WorkAccount[];
  wam: {
    defaultSet: 'yes' | 'no' | 'error' | 'unknown';
    code: string | null;
    authority: string | null;
    provider: string | null;
  };
  entraPrt: Prt;
  enterprisePrt: Prt;
  onPremTgt: Tri;
  cloudTgt: Tri;
  preJoin: PreJoin | null;
  recoveryEnabled: Tri;
  keySign: KeySignState;
  updated: { displayName: string | null; osVersion: string | null; hostName: string | null };
  proxies: Proxy[];
  hello: HelloChecks | null;
  codes: FoundCode[];
  rows: Row[];
  /** Text we kept but do not know: new rows and titles, unknown words. */
  unrecognised: string[];
  /** The text stops in the middle of a section, title or row. */
  truncated: boolean;
  /** Another whole output follows in the same text; only the first was read. */
  several: boolean;
}
