import { chain, counts } from './chain';
import type { Diagnosis, ExplainedCode, VerdictState } from './diagnosis';
import type { FoundCode, Registration, Subject } from './facts/registration';
import type { Finding, Rule } from './finding';
import { firstCauseOf } from './first-cause';
import { gapsOf } from './gaps';
import { isEntraJoined, joinTypeOf, registeredOf } from './join';
import { lineMap } from './line-map';
import { prtExpected, prtHealthy } from './prt';
import { rules } from './rules/index';
import { registrationOf } from './rules/evidence';
import type { Snapshot } from './snapshot';
import { subjectOf } from './subject';

/** Turns a code into words; the catalogue is data, so the door that loaded it passes this in. */
export type ExplainCode = (found: FoundCode) => ExplainedCode;

const nobody: Subject = {
  kind: 'unknown',
  account: null,
  upn: null,
  elevated: null,
  session: 'unknown',
};

const explained = new Map(rules.map((rule) => [rule.id, rule.explains]));

/** The codes that a diagnosis of this snapshot will ask to have explained. */
export const codesIn = (snapshot: Snapshot): readonly FoundCode[] =>
  registrationOf(snapshot)?.codes ?? [];

export const diagnose = (snapshot: Snapshot, explain: ExplainCode): Diagnosis => {
  const registration = registrationOf(snapshot);
  const subject = registration ? subjectOf(registration) : nobody;
  const found = rules.flatMap((rule) => findingOf(rule, snapshot));
  const { findings, rootCause } = chain(found, (id) => explained.get(id) ?? []);
  const expected = registration ? prtExpected(registration, subject) : null;
  const facts = {
    join: {
      type: registration ? joinTypeOf(registration) : ('unknown' as const),
      registered: registration ? registeredOf(registration) : null,
    },
    prt: {
      state: registration?.entraPrt.present ?? ('unknown' as const),
      expected,
      healthy: registration ? prtHealthy(registration, expected, snapshot.observedAt) : null,
    },
  };
  const line = lineMap(snapshot, findings);
  return {
    state: verdictOf(findings, facts),
    rootCause,
    firstCause: firstCauseOf(
      findings.find(({ id }) => id === rootCause),
      line,
    ),
    ...facts,
    enterprisePrt: registration?.enterprisePrt.present ?? 'unknown',
    deviceAuth: registration?.deviceAuth ?? { state: 'unknown', code: null },
    tpmProtected: registration ? tpmProtected(registration) : null,
    subject: {
      kind: subject.kind,
      elevated: subject.elevated ?? snapshot.who?.elevated ?? null,
      session: subject.session,
      account: subject.account,
    },
    codes: codesIn(snapshot).map(explain),
    findings,
    line,
    gaps: gapsOf(snapshot, registration, subject),
    unrecognised: registration?.unrecognised ?? [],
    observedAt: snapshot.observedAt,
  };
};

const findingOf = (rule: Rule, snapshot: Snapshot): Finding[] => {
  const hit = rule.when(snapshot);
  if (!hit) return [];
  return [
    {
      id: rule.id,
      link: rule.link,
      severity: hit.severity ?? rule.severity,
      certainty: hit.certainty ?? rule.certainty,
      owner: hit.owner ?? rule.owner,
      evidence: hit.evidence,
      codes: hit.codes ?? [],
      values: hit.values ?? {},
      causedBy: null,
      guide: rule.guide,
      source: rule.source,
      ...(rule.topics ? { topics: rule.topics } : {}),
    },
  ];
};

/**
 * Healthy is a claim and needs proof: the join type is known, and the sign-in token either is there or
 * is not to be expected here. What could not be judged besides is listed as gaps.
 */
const verdictOf = (
  findings: readonly Finding[],
  { join, prt }: Pick<Diagnosis, 'join' | 'prt'>,
): VerdictState => {
  if (findings.some((finding) => counts(finding) && finding.severity === 'broken')) return 'broken';
  if (findings.some((finding) => finding.severity !== 'notice')) return 'attention';
  const judged = prt.state === 'yes' || prt.expected === false;
  return join.type !== 'unknown' && judged ? 'healthy' : 'unknown';
};

/**
 * The device's own key; on a device that is only registered, the keys of its work accounts. Layouts up
 * to 1803 print an account's key among the device's rows, so those count only where the device is joined.
 */
const tpmProtected = (registration: Registration): boolean | null => {
  if (isEntraJoined(registration) !== false) return registration.deviceKey.tpmProtected;
  if (joinTypeOf(registration) !== 'entra-registered') return null;
  const keys = registration.workAccounts.map((account) => account.tpmProtected);
  if (keys.every((key) => key === null)) return registration.deviceKey.tpmProtected;
  const [first = null] = keys;
  return keys.every((key) => key === first) ? first : null;
};
