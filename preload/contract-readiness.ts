import type { EvidenceView, Outcome, Tri } from './contract';

/** One thing that is looked at before a reset. Words: `readiness.line.<id>.<reason>`. */
export interface ReadyLineView {
  id: string;
  /** `yes` is ready and has proof; what was not read is `unknown`. */
  state: Tri;
  reason: string;
  /** `must`: a reset waits for it. */
  weight: 'must' | 'should';
  evidence: EvidenceView[];
  values: Record<string, string | number>;
  items: { kind: string; name: string | null; bytes: number | null; whole: boolean }[];
}

/** A kind of reset, as it stands on this device. Words: `readiness.kind.<id>.…`. */
export interface ResetKindView {
  id: string;
  suit: { state: Tri; reason: string; evidence: EvidenceView[] };
  starter: string;
  state: Tri;
  keeps: string[];
  loses: string[];
  takes: string;
  after: string[];
  source: string;
  lines: ReadyLineView[];
}

export interface HelpDeskView {
  name: string | null;
  phone: string | null;
  mail: string | null;
  web: string | null;
}

/** What is taken along on paper. A list is null where it could not be read. */
export interface ReturnSheetView {
  device: { name: string | null; serial: string | null; model: string | null };
  person: string | null;
  madeAt: number | null;
  noted: {
    drives: { letter: string; path: string }[] | null;
    printers: string[] | null;
    wireless: string[] | null;
    mailFiles: string[] | null;
    accounts: string[] | null;
  };
  call: HelpDeskView | null;
}

export interface ReadinessView {
  /** The gentlest kind that can be had here; null where there is none. */
  proposed: string | null;
  kinds: ResetKindView[];
  sheet: ReturnSheetView;
}

export type ReadinessCalls = {
  /** What stands between the device of one look and each kind of reset; changes nothing. */
  'readiness.of': (inspection: string) => Outcome<ReadinessView>;
};

export interface ReadinessKit {
  readiness(inspection: string): Promise<Outcome<ReadinessView>>;
}
