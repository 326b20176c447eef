/**
 * The whole conversation between the page and the house: types only; imports nothing but its own parts.
 * The page names an intention from this closed list; it never sends a path, a program,
 * an argument or an address. A new line here stops the build on both sides until they agree.
 */

import type { CallCalls, CallKit } from './contract-call';
import type { BatchCalls, BatchKit } from './contract-batch';
import type { CloudCalls, CloudEvents, CloudKit } from './contract-cloud';
import type { ChainCalls, ChainKit } from './contract-chain';
import type { DisproofCalls, DisproofKit } from './contract-disproof';
import type { GuideCalls, GuideKit, GuideRunView } from './contract-guides';
import type { HandOverCalls, HandOverKit, SpokenView } from './contract-hand-over';
import type { HistoryCalls, HistoryKit } from './contract-history';
import type { OrganisationCalls, OrganisationKit } from './contract-organisation';
import type { ReachCalls, ReachKit } from './contract-reach';
import type { ReadinessCalls, ReadinessKit } from './contract-readiness';
import type { SendingCalls, SendingKit, SendingView } from './contract-sending';

export type Severity = 'broken' | 'attention' | 'notice';
export type Certainty = 'proved' | 'likely' | 'possible';
export type Owner = 'user' | 'technician' | 'network' | 'directory' | 'tenant' | 'vendor';
export type VerdictState = 'healthy' | 'attention' | 'broken' | 'unknown';
export type Tri = 'yes' | 'no' | 'unknown';

export interface EvidenceView {
  source: string;
  field: string;
  value: string;
  line?: number;
}

export interface FindingView {
  id: string;
  link: string;
  severity: Severity;
  certainty: Certainty;
  owner: Owner;
  evidence: EvidenceView[];
  codes: string[];
  values: Record<string, string | number>;
  causedBy: string | null;
  guide: string | null;
  source: string;
}

/** What the shape of a code tells, as ids and numbers; the page has the words. */
export interface CodeStructureView {
  family: 'win32' | 'hresult' | 'ntstatus' | 'entra' | 'adfs';
  severity: 'success' | 'information' | 'warning' | 'error';
  facility: string | null;
  facilityNumber: number | null;
  number: number;
}

export interface CodeView {
  code: string;
  field: string;
  area: string;
  symbol: string | null;
  meaning: string;
  plain: string;
  owner: Owner | null;
  /** Only where the catalogue has no words for the code. */
  structure: CodeStructureView | null;
}

/** One meaning of a code: the same number can have another one elsewhere. */
export interface CodeMeaningView {
  code: string;
  area: string;
  symbol: string | null;
  meaning: string;
  plain: string;
  owner: Owner;
  causes: string[];
  steps: string[];
  source: string;
}

export type ExplanationView = { asked: string; code: string } & (
  | { kind: 'known'; meaning: CodeMeaningView; others: CodeMeaningView[] }
  | {
      kind: 'structure';
      structure: CodeStructureView;
      related: CodeMeaningView[];
      suggestions: string[];
    }
  | { kind: 'matches'; matches: CodeMeaningView[]; total: number }
  | { kind: 'unknown'; suggestions: string[] }
);

export interface GapView {
  probe: string;
  why: string;
  detail: string | null;
}

export interface StopView {
  link: string;
  state: 'ok' | 'broken' | 'degraded' | 'unknown' | 'not-needed';
  finding: string | null;
}

export interface DiagnosisView {
  state: VerdictState;
  rootCause: string | null;
  /** How sure it is that nothing before the root cause is broken, and what there could not be read. */
  firstCause: { certainty: Certainty; unread: string[] } | null;
  join: { type: string; registered: boolean | null };
  prt: { state: Tri; expected: boolean | null; healthy: boolean | null };
  enterprisePrt: Tri;
  deviceAuth: { state: string; code: string | null };
  tpmProtected: boolean | null;
  subject: {
    kind: string;
    elevated: boolean | null;
    session: string;
    account: string | null;
  };
  codes: CodeView[];
  findings: FindingView[];
  line: StopView[];
  gaps: GapView[];
  unrecognised: string[];
  observedAt: number | null;
}

/** One look at one device, with a handle to ask for its raw evidence later. */
export interface InspectionView {
  id: string;
  origin: 'this-device' | 'capture' | 'text' | 'code' | 'told';
  /** Sample id, file name or null; for display only. */
  label: string | null;
  diagnosis: DiagnosisView;
  /** Only of a support code: what it says besides findings. */
  spoken: SpokenView | null;
  /** Sources whose raw text can be asked for. */
  sources: string[];
  /** Probes that lack something only an administrator of this very PC could read. */
  closed: string[];
  /** By probe, which of them it was read from, in its own order. */
  sourcesOf: Record<string, string[]>;
  /** Groups of values that its sender masked, empty where it is not told which; null where nothing is masked. */
  masked: ('names' | 'ids' | 'addresses' | 'secrets')[] | null;
}

/** One value of a reading under its technical name; null where the device did not say. */
export interface FactView {
  name: string;
  value: string | null;
}

/** What one probe read, or why there is nothing. */
export interface ReadingView {
  probe: string;
  /** What the probe serves; words are found by `room.<room>`. */
  room: string;
  kind: 'ok' | 'unavailable' | 'failed';
  /** A reason of a gap; null when the reading is there. */
  why: string | null;
  detail: string | null;
  facts: FactView[];
  /** True when there were more facts than can be shown. */
  cut: boolean;
  /** Its sources whose raw text can be asked for. */
  sources: string[];
  /** The most rights any of its sources needs. */
  rights: 'user' | 'admin' | 'system';
}

export interface SampleView {
  id: string;
  /** Words are found by `sample.<id>.name` and `sample.<id>.story`. */
  state: VerdictState;
  joinType: string;
}

export interface AppInfo {
  version: string;
  door: 'desktop' | 'browser';
  platform: string;
  /** False off Windows: there the gallery of sample devices is the default. */
  canInspectThisDevice: boolean;
  /** BCP 47 tags the system prefers, best first. */
  languages: string[];
  /** Who wants nobody to be contacted, where this is not left to the person at the page. */
  offline: 'start' | 'organisation' | null;
  /** Why this is not the Electron window, when it was meant to be; a code with words in the strings. */
  doorReason: string | null;
}

export interface RawText {
  source: string;
  text: string;
  encoding: string;
  /** True when the text was shortened for display. */
  cut: boolean;
}

export type Target = { kind: 'this-device' } | { kind: 'sample'; id: string };

/** A call either gives its value or a refusal with a code; words are chosen by the page. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; code: RefusalCode; detail?: string };

export type Seat = 'my-device' | 'deployment' | 'guide-a-call';

export type RefusalCode =
  | 'code-length'
  | 'code-mistyped'
  | 'code-newer'
  | 'code-sign'
  | 'cannot-save'
  | 'no-mail-program'
  | 'not-offered'
  | 'outbox-full'
  | 'too-many-calls'
  | 'unknown-sample'
  | 'not-windows'
  | 'busy'
  | 'cancelled'
  | 'empty'
  | 'too-large'
  | 'binary'
  | 'not-dsregcmd'
  | 'no-code-in-picture'
  | 'not-a-capture'
  | 'capture-newer'
  | 'capture-damaged'
  | 'capture-hostile'
  | 'gone'
  | 'cannot-open'
  | 'not-a-domain'
  | 'not-a-target'
  | 'unknown-guide'
  | 'unknown-repair'
  | 'guide-refused'
  | 'moved-on'
  | 'not-now'
  | 'wrong-word'
  | 'not-ready'
  | 'journal-full'
  | 'journal-edited'
  | 'guide-changed'
  | 'guide-held'
  | 'nothing-closed'
  | 'rights-failed'
  | 'not-a-sheet'
  | 'sheet-newer'
  | 'sheet-damaged'
  | 'no-serial'
  | 'not-read'
  | 'points-open'
  | 'internal';

/** Whether a person can be asked for administrator rights here, or why not. */
export type RightsOffer = 'offered' | 'not-windows' | 'not-this-door' | 'not-installed';

export type LinkId = 'source' | 'help' | 'releases';

export interface Settings {
  seat: Seat;
  theme: 'system' | 'light' | 'dark';
  language: string | null;
  /** Whether looks at this PC are kept, on it and for this user, to be compared with later. */
  history: boolean;
  /** The first page was read, or put away. */
  welcomed: boolean;
  /** A single key, such as the question mark, does something; for whoever speaks to the computer it must not. */
  keys: boolean;
  /** A message of the system when this device gets worse. */
  notify: boolean;
  /** Nobody is contacted, whatever is asked for. */
  offline: boolean;
  /** Where a person was: opened again after a restart. */
  place: PlaceView;
}

/** What was on the page, by ids and what was typed. */
export interface PlaceView {
  sample: string | null;
  readings: { text: string; kind: 'all' | 'read' | 'gaps'; room: string | null };
  call: string | null;
  /** Which of the technician's views. */
  view: DeploymentView;
  /** The open sheet of a deployment day, and who writes on it. */
  sheet: { id: string; by: string } | null;
}

export type DeploymentView = 'device' | 'reach' | 'readiness' | 'batch' | 'cloud';

export type Calls = BatchCalls &
  CallCalls &
  CloudCalls &
  ChainCalls &
  DisproofCalls &
  GuideCalls &
  HandOverCalls &
  HistoryCalls &
  OrganisationCalls &
  ReachCalls &
  SendingCalls &
  ReadinessCalls & {
    'app.info': () => AppInfo;
    'samples.list': () => SampleView[];
    'inspect.start': (target: Target) => Outcome<InspectionView>;
    'inspect.cancel': () => boolean;
    'read.text': (text: string) => Outcome<InspectionView>;
    /** The bytes of a dropped or chosen file, base64; the name is only for display. */
    'read.file': (name: string, base64: string) => Outcome<InspectionView>;
    /** What was opened from outside (a double-clicked capture); given once, null when nothing was. */
    'opened.take': () => Outcome<InspectionView> | null;
    'evidence.raw': (inspection: string, source: string) => Outcome<RawText>;
    /** Every reading of one look, gaps included, in the order a person would ask. */
    'readings.list': (inspection: string) => Outcome<ReadingView[]>;
    'rights.offer': () => RightsOffer;
    /** Windows asks the person once; a no is an answer, and the look says so. */
    'rights.read': (inspection: string) => Outcome<InspectionView>;
    /** Text as typed, or a code as met; the area it was met in chooses among meanings. */
    'codes.explain': (asked: string, area: string | null) => ExplanationView[];
    'link.open': (id: LinkId) => Outcome<true>;
    'settings.get': () => Settings;
    'settings.set': (settings: Settings) => Settings;
  };

export type Events = CloudEvents & {
  'inspect.progress': {
    /** Probe id that just landed, or null at the start. */
    probe: string | null;
    done: number;
    of: number;
    elapsedMs: number;
    budgetMs: number;
  };
  /** A guide moved, or something in it began or ended. */
  'guide.changed': GuideRunView;
  /** Something in the outbox moved, or ended. */
  'outbox.changed': SendingView;
  /** Somebody asked for a new check outside the page. */
  'check.wanted': true;
  /** Something was opened from outside while the page was up: ask for it with `opened.take`. */
  'opened.arrived': true;
};

export type CallName = keyof Calls;
export type EventName = keyof Events;

/** What the page finds as `window.fieldkit`, whichever door it came through. */
export interface Fieldkit
  extends
    CallKit,
    BatchKit,
    CloudKit,
    ChainKit,
    DisproofKit,
    GuideKit,
    HandOverKit,
    HistoryKit,
    OrganisationKit,
    ReachKit,
    ReadinessKit,
    SendingKit {
  info(): Promise<AppInfo>;
  samples(): Promise<SampleView[]>;
  inspect(target: Target): Promise<Outcome<InspectionView>>;
  cancel(): Promise<boolean>;
  readText(text: string): Promise<Outcome<InspectionView>>;
  readFile(name: string, base64: string): Promise<Outcome<InspectionView>>;
  raw(inspection: string, source: string): Promise<Outcome<RawText>>;
  readings(inspection: string): Promise<Outcome<ReadingView[]>>;
  rightsOffer(): Promise<RightsOffer>;
  readAsAdministrator(inspection: string): Promise<Outcome<InspectionView>>;
  explain(asked: string, area: string | null): Promise<ExplanationView[]>;
  openLink(id: LinkId): Promise<Outcome<true>>;
  settings(): Promise<Settings>;
  saveSettings(settings: Settings): Promise<Settings>;
  /** Null at a door through which nothing can be opened from outside. */
  takeOpened(): Promise<Outcome<InspectionView> | null>;
  /** Every subscription returns its own way out. */
  onProgress(tell: (progress: Events['inspect.progress']) => void): () => void;
  onGuide(tell: (run: GuideRunView) => void): () => void;
  onOpened(tell: () => void): () => void;
  onCheckWanted(tell: () => void): () => void;
}

export type * from './contract-call';
export type * from './contract-guides';
export type * from './contract-reach';
export type * from './contract-sending';
