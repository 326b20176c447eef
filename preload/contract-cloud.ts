import type { InspectionView, Outcome } from './contract';
import type { Saved } from './contract-hand-over';

/** Why the cloud gave nothing. Words: `cloud.problem.<code>`. */
export interface CloudProblem {
  ok: false;
  code: string;
  /** The authority's own number, such as `AADSTS53003`; the catalogue explains it. */
  authorityCode: string | null;
  /** What support asks for. */
  requestId: string | null;
}
export type CloudAnswer<T> = { ok: true; value: T } | CloudProblem;

/** What IT has to register before anybody can sign in; all of it can be copied. */
export interface RegistrationView {
  clientId: string | null;
  tenant: string | null;
  cloud: string;
  redirects: string[];
  /** Each with what it is for: `cloud.purpose.<id>`. */
  permissions: { name: string; purposes: string[]; administrator: boolean }[];
}

export type CloudSignView =
  | { kind: 'not-set-up' }
  | { kind: 'signed-out'; why: CloudProblem | null }
  | { kind: 'waiting'; how: 'window' }
  /** `address` is the authority's own; to be opened by hand where `opened` is false. */
  | { kind: 'waiting'; how: 'browser'; address: string; opened: boolean }
  | { kind: 'waiting'; how: 'device-code'; address: string; userCode: string; untilMs: number }
  | {
      kind: 'signed-in';
      name: string;
      userName: string;
      tenant: string;
      kept: 'encrypted' | 'memory';
      /** What the person has to do before the next question can be answered. */
      needs: CloudProblem | null;
    };

export interface CloudView {
  sign: CloudSignView;
  deviceCode: boolean;
  /** True where the organisation lets this only look. */
  readOnly: boolean;
  registration: RegistrationView;
}

export interface MyDeviceRow {
  id: string;
  name: string | null;
  system: string | null;
  joinType: string | null;
  enabled: boolean | null;
  compliant: boolean | null;
  lastSeenAt: number | null;
  /** True for the device that is looked at. */
  thisOne: boolean;
}

export interface CloudPcRow {
  id: string;
  name: string | null;
  /** The service's own word for its state; null when it did not say. */
  status: string | null;
  plan: string | null;
  policy: string | null;
  /** The organisation's own network; null where Microsoft's is used. */
  connection: string | null;
  graceEndsAt: number | null;
}

/** Kinds of sign-in methods: `cloud.method.<kind>`. */
export interface MethodsView {
  kinds: string[];
  /** Whether one of them is enough to reset a password; null where it cannot be told. */
  canReset: boolean | null;
}

export interface MineView {
  devices: CloudAnswer<MyDeviceRow[]>;
  cloudPcs: CloudAnswer<CloudPcRow[]>;
  methods: CloudAnswer<MethodsView>;
}

export interface RecoveryKeyRow {
  id: string;
  createdAt: number | null;
  /** The service's own number of the kind of drive. */
  volume: string | null;
}

/** Shown once. Main forgets it soon after, and keeps it nowhere else. */
export interface SecretView {
  ticket: string;
  value: string;
  /** Of a local administrator password. */
  account: string | null;
  since: number | null;
  forgottenAfterMs: number;
}

export interface FoundDeviceRow {
  id: string;
  name: string | null;
  serial: string | null;
  user: string | null;
  model: string | null;
  lastSyncAt: number | null;
  compliance: string | null;
}

export interface AutopilotRow {
  id: string;
  serial: string | null;
  groupTag: string | null;
  user: string | null;
  state: string | null;
}

export interface FoundView {
  devices: FoundDeviceRow[];
  autopilot: CloudAnswer<AutopilotRow[]>;
}

/** One device with all the service says of it; each part can be missing for a reason of its own. */
export interface CloudDeviceView {
  device: FoundDeviceRow & {
    encrypted: boolean | null;
    state: string | null;
    owner: string | null;
    enrolledAt: number | null;
    version: string | null;
  };
  directory: CloudAnswer<{
    found: boolean;
    enabled: boolean | null;
    joinType: string | null;
    lastSeenAt: number | null;
  }>;
  autopilot: CloudAnswer<AutopilotRow[]>;
  compliance: CloudAnswer<{ name: string | null; state: string | null }[]>;
  keys: CloudAnswer<RecoveryKeyRow[]>;
  /** Null for what is no Cloud PC. */
  cloudPc: CloudAnswer<CloudPcPart> | null;
  actions: string[];
}

export interface CloudPcPart extends CloudPcRow {
  snapshots: { id: string; createdAt: number | null }[];
  /** Checks of the organisation's own network, those that did not pass first. */
  checks: { name: string; state: string; code: string | null }[];
  actions: string[];
}

/** `cloud.action.<id>.title`. */
export interface ActionChoiceView {
  id: string;
  risk: 'none' | 'interrupts' | 'destructive';
  /** What a person may choose; `cloud.option.<name>`, and `.<name>.<choice>` for a list. */
  options: {
    name: string;
    kind: 'flag' | 'text' | 'choice';
    choices: string[];
  }[];
}

/** One thing that will happen to this very device: `cloud.foresee.<id>`. */
export interface ConsequenceView {
  id: string;
  weight: 'loss' | 'care' | 'fine' | 'unknown';
  values: Record<string, string | number>;
}

export interface ForeseenView {
  action: ActionChoiceView;
  /** What has to be typed; null where nothing is lost. */
  toType: string | null;
  consequences: ConsequenceView[];
}

export interface CloudActionView {
  run: string;
  action: string;
  target: string;
  begunAt: number;
  /** `unknown`: nobody heard how it ended. `accepted`: queued, not done. */
  sent: 'accepted' | 'failed' | 'unknown' | 'not-sent';
  code: string | null;
  requestId: string | null;
  /** The service's own word when it was last asked; null before. */
  state: string | null;
  /** While it may still happen the same is not sent again. */
  open: boolean;
  setAside: boolean;
  /** Whether the service can be asked what became of it. */
  canFollow: boolean;
}

export type CloudOptions = Record<string, string | boolean>;

export interface BulkWish {
  action: string;
  options: CloudOptions;
  /** Serial numbers, one a line, or the first column of a table. */
  list: string;
  dryRun: boolean;
  /** How many devices the person typed that it is for. */
  confirmedCount: number | null;
}

export interface BulkView {
  action: string;
  dryRun: boolean;
  state: 'running' | 'stopped' | 'done';
  done: number;
  of: number;
  skipped: number;
  /** By outcome: `cloud.bulk.<kind>`. */
  counts: Record<string, number>;
}

export type CloudFindBy = 'serial' | 'name' | 'user';

export type CloudCalls = {
  'cloud.state': () => CloudView;
  /** Answers when it has ended; what happens meanwhile arrives as `cloud.changed`. */
  'cloud.sign-in': (how: 'browser' | 'device-code') => CloudView;
  /** Answers what the organisation asked for last: a consent, a confirmation, a new sign-in. */
  'cloud.confirm': () => CloudView;
  'cloud.cancel': () => boolean;
  'cloud.sign-out': () => CloudView;
  /** The same look with what the cloud says of this device, judged anew. */
  'cloud.look': (inspection: string) => Outcome<InspectionView>;
  'cloud.mine': (inspection: string | null) => CloudAnswer<MineView>;
  'cloud.find': (by: CloudFindBy, text: string) => CloudAnswer<FoundView>;
  'cloud.device': (device: string) => CloudAnswer<CloudDeviceView>;
  'cloud.keys': (device: string) => CloudAnswer<RecoveryKeyRow[]>;
  'cloud.foresee': (
    thing: string,
    action: string,
    options: CloudOptions,
  ) => CloudAnswer<ForeseenView>;
  'cloud.act': (
    thing: string,
    action: string,
    options: CloudOptions,
    typed: string | null,
  ) => CloudAnswer<CloudActionView>;
  'cloud.actions': () => CloudActionView[];
  'cloud.follow': (run: string) => CloudAnswer<CloudActionView>;
  'cloud.set-aside': (run: string) => CloudAnswer<CloudActionView>;
  'cloud.secret': (kind: 'recovery-key' | 'laps', of: string) => CloudAnswer<SecretView>;
  'cloud.secret-copy': (ticket: string) => boolean;
  'cloud.secret-forget': (ticket: string) => boolean;
  'cloud.bulk-start': (wish: BulkWish) => CloudAnswer<BulkView>;
  'cloud.bulk-resume': () => CloudAnswer<BulkView>;
  'cloud.bulk-stop': () => boolean;
  'cloud.bulk-state': () => BulkView | null;
  'cloud.bulk-save': () => Outcome<Saved>;
};

export type CloudEvents = {
  'cloud.changed': CloudSignView;
  'cloud.bulk': BulkView;
};

export interface CloudKit {
  cloud(): Promise<CloudView>;
  cloudSignIn(how: 'browser' | 'device-code'): Promise<CloudView>;
  cloudConfirm(): Promise<CloudView>;
  cloudCancel(): Promise<boolean>;
  cloudSignOut(): Promise<CloudView>;
  cloudLook(inspection: string): Promise<Outcome<InspectionView>>;
  cloudMine(inspection: string | null): Promise<CloudAnswer<MineView>>;
  cloudFind(by: CloudFindBy, text: string): Promise<CloudAnswer<FoundView>>;
  cloudDevice(device: string): Promise<CloudAnswer<CloudDeviceView>>;
  cloudKeys(device: string): Promise<CloudAnswer<RecoveryKeyRow[]>>;
  cloudForesee(
    thing: string,
    action: string,
    options: CloudOptions,
  ): Promise<CloudAnswer<ForeseenView>>;
  cloudAct(
    thing: string,
    action: string,
    options: CloudOptions,
    typed: string | null,
  ): Promise<CloudAnswer<CloudActionView>>;
  cloudActions(): Promise<CloudActionView[]>;
  cloudFollow(run: string): Promise<CloudAnswer<CloudActionView>>;
  cloudSetAside(run: string): Promise<CloudAnswer<CloudActionView>>;
  cloudSecret(kind: 'recovery-key' | 'laps', of: string): Promise<CloudAnswer<SecretView>>;
  cloudCopySecret(ticket: string): Promise<boolean>;
  cloudForgetSecret(ticket: string): Promise<boolean>;
  cloudBulkStart(wish: BulkWish): Promise<CloudAnswer<BulkView>>;
  cloudBulkResume(): Promise<CloudAnswer<BulkView>>;
  cloudBulkStop(): Promise<boolean>;
  cloudBulk(): Promise<BulkView | null>;
  cloudBulkSave(): Promise<Outcome<Saved>>;
  onCloud(tell: (sign: CloudSignView) => void): () => void;
  onCloudBulk(tell: (bulk: BulkView) => void): () => void;
}
