import type { Outcome } from './contract';

/** One thing that reads differently now; null where the fact was not there at all. */
export interface ChangeView {
  probe: string;
  field: string;
  before: string | null;
  after: string | null;
  relevance: 'cause' | 'finding' | 'readable' | 'other' | 'time';
}

export interface ComparisonView {
  came: string[];
  went: string[];
  changes: ChangeView[];
}

/** What changed since the present root cause was last seen not to be there. */
export type SinceView =
  | { kind: 'off' | 'first' | 'no-fault' }
  | { kind: 'never-worked'; oldest: number }
  | { kind: 'changed'; at: number; comparison: ComparisonView };

export interface HistoryView {
  kept: number;
  most: number;
}

export type HistoryCalls = {
  'history.since': (inspection: string) => Outcome<SinceView>;
  'history.state': () => HistoryView;
  /** Removes every earlier look; false where some could not be. */
  'history.wipe': () => boolean;
};

export interface HistoryKit {
  since(inspection: string): Promise<Outcome<SinceView>>;
  history(): Promise<HistoryView>;
  wipeHistory(): Promise<boolean>;
}
