import type { Diagnosis, ExplainedCode } from '../core/diagnosis';
import type { FoundCode } from '../core/facts/registration';
import type { Finding } from '../core/finding';
import { rules } from '../core/rules/index';
import type { SupportCode } from '../core/support-code/code';
import type { Detail } from './detail';

const byId = new Map(rules.map((rule) => [rule.id, rule]));

interface Told {
  id: string | null;
  number: number;
  severity: Finding['severity'];
  certainty: Finding['certainty'];
  owner: Finding['owner'];
  causedBy: string | null;
}

/** What a code says of a finding, and what every such finding has; the values on that device stay there. */
const findingOf = ({ id, number, severity, certainty, owner, causedBy }: Told): Finding => {
  const rule = id === null ? undefined : byId.get(id);
  return {
    // Of a later release, or of a rule that is gone: its number can still be told on.
    id: id ?? `finding-${String(number)}`,
    link: rule?.link ?? 'evidence',
    severity,
    certainty,
    owner,
    evidence: [],
    codes: [],
    values: {},
    causedBy,
    guide: rule?.guide ?? null,
    source: rule?.source ?? '',
  };
};

const diagnosisOf = (
  code: SupportCode,
  findings: Finding[],
  rest: Pick<Diagnosis, 'codes' | 'gaps' | 'observedAt'>,
): Diagnosis => ({
  state: code.state,
  rootCause: code.hasRootCause ? (findings[0]?.id ?? null) : null,
  // A code carries no line: what was read before the cause is not told.
  firstCause: null,
  join: { type: code.joinType, registered: null },
  prt: { state: code.prt, expected: null, healthy: null },
  enterprisePrt: 'unknown',
  deviceAuth: { state: 'unknown', code: null },
  tpmProtected: null,
  subject: { kind: 'unknown', elevated: null, session: 'unknown', account: null },
  findings,
  line: [],
  unrecognised: [],
  ...rest,
});

/** What a code that was read out says. All that it cannot carry is unknown, and that is a gap. */
export const diagnosisFromCode = (code: SupportCode): Diagnosis =>
  diagnosisOf(
    code,
    code.findings.map((each) => findingOf({ ...each, causedBy: null })),
    {
      codes: [],
      gaps: [{ probe: 'device-registration', why: 'not-in-this-output', detail: null }],
      // Its age is a step of time; a moment would be made up.
      observedAt: null,
    },
  );

export const diagnosisFromDetail = (
  { code, findings, codes, gaps, observedAt }: Detail,
  explain: (found: FoundCode) => ExplainedCode,
): Diagnosis => {
  const told = findings.map(findingOf);
  const [root] = diagnosisFromCode(code).findings;
  // The spoken part says which one is the cause; here it must come first.
  const ordered = [...told].sort(
    (one, other) => Number(other.id === root?.id) - Number(one.id === root?.id),
  );
  return diagnosisOf(code, ordered, {
    codes: codes.map((found) => explain({ ...found, section: '', line: 0 })),
    gaps: gaps.map((gap) => ({ ...gap, detail: null })),
    observedAt,
  });
};
