import { chain, counts } from '../chain';
import type { Diagnosis } from '../diagnosis';
import type { Certainty, Evidence, Finding, Rule } from '../finding';
import { ok, unavailable, type Reading } from '../reading';
import { narrow, supportOf, type Told } from './narrow';

/** Where such evidence comes from: never a probe, so that nobody takes it for something that was measured. */
export const toldSource = 'told-by-caller';

/** Causes below this part of the weight are one among many, and naming them would be a guess. */
const leastShare = 0.1;
const mostCauses = 3;

/** What somebody says on the phone is a reading too, and "I do not know" is a gap, not a no. */
export const readingsOf = (told: readonly Told[]): Map<string, Reading<'yes' | 'no'>> =>
  new Map(
    told.map(({ question, answer }) => [
      question,
      answer === 'unknown' ? unavailable('not-in-this-output') : ok(answer),
    ]),
  );

/** One step down from what a device would have proved: hearsay is never proof. */
const lower: Readonly<Record<Certainty, Certainty>> = {
  proved: 'likely',
  likely: 'possible',
  possible: 'possible',
};

const findingOf = (rule: Rule, told: readonly Told[], alone: boolean): Finding => ({
  id: rule.id,
  link: rule.link,
  severity: rule.severity,
  certainty: alone ? lower[rule.certainty] : 'possible',
  owner: rule.owner,
  evidence: supportOf(told, rule).map(({ question, answer }): Evidence => ({
    source: toldSource,
    field: question,
    value: answer,
  })),
  codes: [],
  values: {},
  causedBy: null,
  guide: rule.guide,
  source: rule.source,
});

/** A caller's word never makes a device healthy: what was not looked at may be anything. */
const stateOf = (findings: readonly Finding[]): Diagnosis['state'] => {
  if (findings.some((finding) => counts(finding) && finding.severity === 'broken')) return 'broken';
  return findings.length > 0 ? 'attention' : 'unknown';
};

/** What the answers of a caller come to, in the form that every door shows. */
export const diagnoseTold = (told: readonly Told[]): Diagnosis => {
  const { remaining, leading } = narrow(told);
  const few =
    leading === null
      ? remaining.filter(({ share }) => share >= leastShare).slice(0, mostCauses)
      : [leading];
  const found = few.map(({ rule }) => findingOf(rule, told, leading !== null));
  const explains = new Map(few.map(({ rule }) => [rule.id, rule.explains]));
  const { findings, rootCause } = chain(found, (id) => explains.get(id) ?? []);
  return {
    state: stateOf(findings),
    rootCause,
    firstCause: null,
    join: { type: 'unknown', registered: null },
    prt: { state: 'unknown', expected: null, healthy: null },
    enterprisePrt: 'unknown',
    deviceAuth: { state: 'unknown', code: null },
    tpmProtected: null,
    subject: { kind: 'unknown', elevated: null, session: 'unknown', account: null },
    codes: [],
    findings,
    line: [],
    gaps: [{ probe: 'device-registration', why: 'not-recorded', detail: null }],
    unrecognised: [],
    observedAt: null,
  };
};
