import type { Diagnosis } from '../core/diagnosis';

/** What is known when nothing could be read: nothing, and why. */
export const emptyDiagnosis = (why: string, detail: string | null = null): Diagnosis => ({
  state: 'unknown',
  rootCause: null,
  firstCause: null,
  join: { type: 'unknown', registered: null },
  prt: { state: 'unknown', expected: null, healthy: null },
  enterprisePrt: 'unknown',
  deviceAuth: { state: 'unknown', code: null },
  tpmProtected: null,
  subject: { kind: 'unknown', elevated: null, session: 'unknown', account: null },
  codes: [],
  findings: [],
  line: [],
  gaps: [{ probe: 'device-registration', why, detail }],
  unrecognised: [],
  observedAt: null,
});
