import type { Outcome } from './contract';

/** What would have to read differently for a finding not to be made; asked of the rule itself. */
export interface DisproofView {
  facts: { source: string; field: string; value: string; instead: string }[];
  /** Probes without whose readings nothing could be said. */
  standsOn: string[];
}

export type DisproofCalls = {
  'evidence.disproof': (inspection: string, finding: string) => Outcome<DisproofView>;
};

export interface DisproofKit {
  disproof(inspection: string, finding: string): Promise<Outcome<DisproofView>>;
}
