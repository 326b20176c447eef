import type { Saved } from './contract-hand-over';
import type { Outcome, Owner, Severity, StopView, VerdictState } from './contract';

/** What cloud addresses are needed for: the purposes of the built-in list. */
export type ReachPurpose =
  | 'activation'
  | 'autopilot'
  | 'avd'
  | 'delivery-optimization'
  | 'entra-join'
  | 'graph'
  | 'hybrid-join'
  | 'intune'
  | 'mdm-enrol'
  | 'onedrive'
  | 'prt'
  | 'sspr'
  | 'teams'
  | 'time'
  | 'tpm-attestation'
  | 'whfb'
  | 'windows-365'
  | 'windows-update'
  | 'wns';

/** One question behind the colour of a stop: whom it was put to, and what came of it. */
export interface ReachProofView {
  of: string;
  /** Words are found by `net.<result>`; `not-tried` means that something before it failed; null where nobody was asked. */
  result: string | null;
  ms: number | null;
  /** What came with the answer, under technical names. */
  values: Record<string, string | number | boolean | null | string[]>;
}

/** One stop on the way from this PC outward; words are found by `reach.stop.<id>`, `named.stage.<id>` or `chain.link.<id>`. */
export interface ReachStopView {
  id: string;
  state: StopView['state'];
  proof: ReachProofView[];
}

/** Whose clock says what, from the last test of the domain and the last one of the cloud together. */
export interface ClockTableView {
  /** Words are found by `check-reach.clocks.verdict`. */
  wrong: 'nobody' | 'pc' | 'servers' | 'unclear' | 'unknown';
  state: 'right' | 'drifting' | 'refused' | 'unknown';
  /** How far the middle of all clocks is ahead of this PC's. */
  offsetMs: number | null;
  looksLikeTimeZone: boolean;
  /** Servers whose own clock disagrees with the others. */
  odd: string[];
  rows: {
    /** Null is this PC. */
    host: string | null;
    shownBy: 'kerberos' | 'smb' | 'https' | 'ntp' | null;
    offsetMs: number;
    mark: 'right' | 'wrong' | 'unclear';
  }[];
}

export interface DomainReachView {
  domain: string;
  state: VerdictState;
  /** Words are found by `dc.code.<code>` and `dc.do.<code>`, those of hints by `dc.hint.<hint>`. */
  code: string;
  hints: string[];
  owner: Owner | null;
  chosen: string | null;
  line: ReachStopView[];
  controllers: {
    host: string;
    address: string;
    site: string | null;
    ms: number;
    problems: string[];
    steps: { name: string; result: string; ms: number }[];
  }[];
  servers: string[];
  clock: ClockTableView;
  ms: number;
}

/** What the firewall team needs to know about one address. */
export interface RequirementView {
  host: string;
  port: number;
  protocol: 'tcp' | 'udp';
  service: string;
  neededFor: string[];
  source: string;
}

export interface CloudRowView extends RequirementView {
  required: boolean;
  /** The wildcard this host stands for, if it does. */
  standsFor: string | null;
  problem: string | null;
  viaProxy: boolean;
  ms: number;
}

/** The script that chooses the proxy on this PC: read for what it may answer, never run. */
export interface ProxyScriptView {
  address: string;
  /** `read`, or why it was not; words are found by `proxy.script.<result>` or `net.<result>`. */
  result: string;
  mayUse: string[];
}

export interface CloudReachView {
  state: VerdictState;
  causes: {
    code: string;
    severity: Severity;
    owner: Owner;
    about: string | null;
    hosts: string[];
  }[];
  line: ReachStopView[];
  rows: CloudRowView[];
  untestable: RequirementView[];
  script: ProxyScriptView | null;
  clock: ClockTableView;
  ms: number;
}

export interface NamedReachView {
  host: string;
  state: VerdictState;
  /** Words are found by `named.code.<code>` and `named.do.<code>`, those of hints by `named.hint.<hint>`. */
  code: string;
  owner: Owner | null;
  breaksAt: string | null;
  hints: string[];
  line: ReachStopView[];
  clockOffsetMs: number | null;
  ms: number;
}

export type ReachCalls = {
  /** One of two addresses a page may send: the name of a domain that a person typed. */
  'reach.domain': (domain: string) => Outcome<DomainReachView>;
  /** None means all. */
  'reach.endpoints': (purposes: ReachPurpose[]) => Outcome<CloudReachView>;
  /** The other: a file server, printer, site or computer that a person typed; the flag says it is a shared printer. */
  'reach.named': (typed: string, printer: boolean) => Outcome<NamedReachView>;
  /** The servers that the organisation's own file names; the page sends nothing. */
  'reach.servers': () => Outcome<NamedReachView[]>;
  /** Writes what was measured last. */
  'reach.save': (format: 'csv' | 'json') => Outcome<Saved>;
  'reach.cancel': () => boolean;
};

export interface ReachKit {
  reachDomain(domain: string): Promise<Outcome<DomainReachView>>;
  reachCloud(purposes: ReachPurpose[]): Promise<Outcome<CloudReachView>>;
  reachNamed(typed: string, printer: boolean): Promise<Outcome<NamedReachView>>;
  reachServers(): Promise<Outcome<NamedReachView[]>>;
  saveReach(format: 'csv' | 'json'): Promise<Outcome<Saved>>;
  cancelReach(): Promise<boolean>;
}
