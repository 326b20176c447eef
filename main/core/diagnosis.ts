import type { CodeStructure } from './codes/structure';
import type { Finding, Owner } from './finding';
import type { FirstCause } from './first-cause';
import type { DeviceAuthState, JoinType, SessionKind, SubjectKind } from './facts/registration';
import type { Stop } from './line-map';
import type { Tri } from './reading';

export type VerdictState = 'healthy' | 'attention' | 'broken' | 'unknown';

export interface Gap {
  probe: string;
  /** A reason of `Unavailable` or `Failure`. */
  why: string;
  detail: string | null;
}

export interface ExplainedCode {
  code: string;
  field: string;
  area: string;
  symbol: string | null;
  meaning: string;
  plain: string;
  owner: Owner | null;
  /** What the shape of a code tells when the catalogue has no row for it; then the words above are empty. */
  structure: CodeStructure | null;
}

/** The one truth every door shows. Words come later: findings carry ids and values. */
export interface Diagnosis {
  state: VerdictState;
  /** Id of the finding that comes first in the chain with proof, or null. */
  rootCause: string | null;
  /** How sure it is that nothing before the root cause is broken; null without one. */
  firstCause: FirstCause | null;
  join: { type: JoinType; registered: boolean | null };
  prt: { state: Tri; expected: boolean | null; healthy: boolean | null };
  enterprisePrt: Tri;
  deviceAuth: { state: DeviceAuthState; code: string | null };
  tpmProtected: boolean | null;
  subject: {
    kind: SubjectKind;
    elevated: boolean | null;
    session: SessionKind;
    account: string | null;
  };
  codes: ExplainedCode[];
  findings: Finding[];
  /** The way from the wire to the app, stop by stop. */
  line: Stop[];
  gaps: Gap[];
  unrecognised: string[];
  observedAt: number | null;
}
