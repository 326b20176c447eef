import type { EvidenceView, FindingView, InspectionView, Outcome, Target, Tri } from './contract';
import type { Saved } from './contract-hand-over';

/** Where a sheet lies: on the stick Fieldkit was started from, or with this user's settings. */
export type SheetPlace = 'stick' | 'profile';

export interface SheetFileView {
  id: string;
  name: string;
  place: SheetPlace;
  devices: number;
  changedAt: number;
  /** Why it cannot be opened: a refusal's code. */
  problem: string | null;
}

export interface SheetListView {
  places: SheetPlace[];
  sheets: SheetFileView[];
}

/** Words are found by `batch.state.<id>`. */
export type DeviceState =
  | 'listed'
  | 'not-ready'
  | 'partly-read'
  | 'ready'
  | 'setting-up'
  | 'set-up-failed'
  | 'set-up-done'
  | 'not-done'
  | 'signed-open'
  | 'changed'
  | 'signed';

export type DeviceField = 'model' | 'name' | 'asset-tag' | 'group-tag' | 'note';

export interface DeviceRowView {
  serial: string;
  fields: Record<DeviceField, string | null>;
  state: DeviceState;
  conflicts: number;
  signedBy: string | null;
  signedAt: number | null;
  /** Until when set-up may take; null while none is under way. */
  giveUpAt: number | null;
}

export interface SheetView {
  id: string;
  name: string;
  place: SheetPlace;
  rows: DeviceRowView[];
  /** Who wrote or signed so far: offered where a name is typed. */
  people: string[];
}

export type FoundView = Pick<FindingView, 'id' | 'values'>;

/** Words are found by `batch.point.<id>`. */
export interface PointView {
  id: string;
  state: Tri;
  proof: EvidenceView[];
}

export interface CheckedView {
  at: number;
  by: string;
  points: PointView[];
  findings: FoundView[];
}

export type StepStateView =
  'not-started' | 'in-progress' | 'succeeded' | 'failed' | 'not-required' | 'unknown';

export interface SetUpStepView {
  id: string;
  /** Of an app; the words of a phase are found by its id. */
  name: string | null;
  state: StepStateView;
  from: number | null;
  until: number | null;
  code: string | null;
}

export interface SetUpView {
  from: number;
  at: number;
  by: string;
  over: Tri;
  phases: SetUpStepView[];
  apps: SetUpStepView[];
  waitsFor: string[];
  giveUp: { at: number; minutes: number; told: boolean } | null;
  findings: FoundView[];
}

export interface PointWord {
  point: string;
  reason: string;
}

export interface SignatureView {
  by: string;
  at: number;
  points: PointView[];
  words: PointWord[];
  open: string[];
}

export interface DeviceView {
  row: DeviceRowView;
  preflight: CheckedView | null;
  setUp: SetUpView | null;
  signOff: CheckedView | null;
  /** Newest first. */
  signatures: SignatureView[];
  conflicts: { field: DeviceField; claims: { value: string; by: string; at: number }[] }[];
}

/** What became of a file that was brought in: a list of devices, or somebody else's copy of the sheet. */
export type TakenView = { sheet: SheetView; count: TakenCount };
export type TakenCount =
  | {
      kind: 'list';
      added: number;
      filled: number;
      same: number;
      disagree: string[];
      problems: { line: number; why: string; seen: string; firstLine: number | null }[];
      /** All of them; only the first are listed. */
      problemCount: number;
      leftOut: string[];
    }
  | { kind: 'sheet'; added: number; changed: number; disagree: string[] };

export type BatchStep = 'preflight' | 'set-up' | 'sign-off';
export type BatchForm = 'csv' | 'html' | 'sheet';

export type BatchCalls = {
  'batch.list': () => SheetListView;
  'batch.create': (name: string, place: SheetPlace, by: string) => Outcome<SheetView>;
  'batch.open': (sheet: string) => Outcome<SheetView>;
  /** The bytes of a chosen file, base64; what it is, it says itself. */
  'batch.take': (sheet: string, base64: string, by: string) => Outcome<TakenView>;
  'batch.add': (sheet: string, serial: string, by: string) => Outcome<DeviceView>;
  /** Null takes the row off the sheet. */
  'batch.set': (
    sheet: string,
    serial: string,
    field: DeviceField | null,
    value: string,
    by: string,
  ) => Outcome<DeviceView>;
  'batch.row': (sheet: string, serial: string) => Outcome<DeviceView>;
  /** Looks at a device and fills the row of its serial number. */
  'batch.read': (
    sheet: string,
    target: Target,
    step: BatchStep,
    by: string,
  ) => Outcome<{ device: DeviceView; inspection: InspectionView }>;
  'batch.sign': (
    sheet: string,
    serial: string,
    by: string,
    words: PointWord[],
  ) => Outcome<DeviceView>;
  'batch.export': (sheet: string, form: BatchForm, language: string | null) => Outcome<Saved>;
};

type Ask<K extends keyof BatchCalls> = (
  ...args: Parameters<BatchCalls[K]>
) => Promise<ReturnType<BatchCalls[K]>>;

export interface BatchKit {
  batches: Ask<'batch.list'>;
  createBatch: Ask<'batch.create'>;
  openBatch: Ask<'batch.open'>;
  takeIntoBatch: Ask<'batch.take'>;
  addToBatch: Ask<'batch.add'>;
  setInBatch: Ask<'batch.set'>;
  batchDevice: Ask<'batch.row'>;
  readIntoBatch: Ask<'batch.read'>;
  signInBatch: Ask<'batch.sign'>;
  exportBatch: Ask<'batch.export'>;
}
