import type { Words } from '../../strings/index';
import type { Diagnosis, ExplainedCode, VerdictState } from '../core/diagnosis';
import type { Finding } from '../core/finding';
import { structureWords } from './code-words';
import { findingWords } from './finding-words';

const verdictWords = {
  healthy: 'verdict.healthy',
  attention: 'verdict.attention',
  broken: 'verdict.broken',
  unknown: 'verdict.unknown',
} as const satisfies Record<VerdictState, string>;

/** The root cause says it best; without one, the state of the whole does. */
export const headline = (diagnosis: Diagnosis, words: Words): string => {
  const root = diagnosis.findings.find(({ id }) => id === diagnosis.rootCause);
  return root ? findingWords(root, words).title : words.say(verdictWords[diagnosis.state]);
};

export const verdictLine = (state: VerdictState, words: Words) => words.say(verdictWords[state]);

const codeJson = (code: ExplainedCode, words: Words) => {
  const shape =
    code.structure === null && code.meaning !== '' ? null : structureWords(code.structure, words);
  return {
    code: code.code,
    field: code.field,
    area: code.area,
    symbol: code.symbol,
    meaning: shape?.meaning ?? code.meaning,
    plain: shape?.plain ?? code.plain,
    owner: code.owner,
    known: shape === null,
  };
};

const findingJson = (finding: Finding, words: Words) => {
  const { title, why, next } = findingWords(finding, words);
  return {
    id: finding.id,
    severity: finding.severity,
    certainty: finding.certainty,
    owner: finding.owner,
    title,
    why,
    next,
    link: finding.link,
    codes: finding.codes,
    evidence: finding.evidence.map(({ source, field, value, line }) => ({
      source,
      field,
      value,
      ...(line === undefined ? {} : { line }),
    })),
    causedBy: finding.causedBy,
    guide: finding.guide,
    source: finding.source,
  };
};

/** The JSON of `check` and `read` (design, section 6): what the public can rely on. */
export const toJson = (diagnosis: Diagnosis, words: Words) => ({
  schema: 1 as const,
  verdict: {
    state: diagnosis.state,
    headline: headline(diagnosis, words),
    rootCause: diagnosis.rootCause,
    certainty: diagnosis.firstCause?.certainty ?? null,
    unread: diagnosis.firstCause?.unread ?? [],
  },
  join: diagnosis.join,
  prt: diagnosis.prt,
  enterprisePrt: diagnosis.enterprisePrt,
  deviceAuth: diagnosis.deviceAuth,
  tpmProtected: diagnosis.tpmProtected,
  subject: diagnosis.subject,
  observedAt: diagnosis.observedAt === null ? null : new Date(diagnosis.observedAt).toISOString(),
  codes: diagnosis.codes.map((code) => codeJson(code, words)),
  findings: diagnosis.findings.map((finding) => findingJson(finding, words)),
  gaps: diagnosis.gaps.map(({ probe, why, detail }) => ({ probe, why, detail })),
  unrecognised: diagnosis.unrecognised,
});
