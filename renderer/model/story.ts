import type { DiagnosisView, FindingView } from '../../preload/contract';

export interface Chapter {
  finding: FindingView;
  /** Findings that go away when this one is fixed. */
  consequences: FindingView[];
}

/** How findings are laid out on a screen. What comes first was decided by main: its order is kept. */
export interface Story {
  problems: number;
  /** At most three, so that a person is never met by a wall. */
  first: Chapter[];
  rest: Chapter[];
  notices: FindingView[];
}

const cardsAtOnce = 3;

/** Every finding is told exactly once, whatever the causes say. */
export const tell = (diagnosis: Pick<DiagnosisView, 'findings' | 'rootCause'>): Story => {
  const problems = diagnosis.findings.filter((finding) => finding.severity !== 'notice');
  const headOf = heads(problems);
  const standing = problems.filter((finding) => headOf(finding) === finding.id);
  const chapters = rootFirst(standing, diagnosis.rootCause).map((finding) => ({
    finding,
    consequences: problems.filter(
      (other) => other.id !== finding.id && headOf(other) === finding.id,
    ),
  }));
  return {
    problems: chapters.length,
    first: chapters.slice(0, cardsAtOnce),
    rest: chapters.slice(cardsAtOnce),
    notices: diagnosis.findings.filter((finding) => finding.severity === 'notice'),
  };
};

const rootFirst = (standing: readonly FindingView[], root: string | null): FindingView[] => [
  ...standing.filter((finding) => finding.id === root),
  ...standing.filter((finding) => finding.id !== root),
];

/** Follows "caused by" to the top. Findings in a circle, which rules should never make, stand alone. */
const heads = (findings: readonly FindingView[]) => {
  const causes = new Map(findings.map((finding) => [finding.id, finding.causedBy]));
  return (finding: FindingView): string => {
    const seen = new Set<string>();
    let id = finding.id;
    for (;;) {
      const cause = causes.get(id) ?? null;
      if (cause === null || !causes.has(cause)) return id;
      if (seen.has(id)) return finding.id;
      seen.add(id);
      id = cause;
    }
  };
};
