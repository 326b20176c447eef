import type { Finding } from '../core/finding';

export interface Chapter {
  finding: Finding;
  /** Everything behind it, however deep. */
  consequences: Finding[];
}

/** Everything behind a finding, however deep, in the order of the list. */
export const consequencesOf = (finding: Finding, all: readonly Finding[]): Finding[] => {
  const ids = new Set([finding.id]);
  const folded: Finding[] = [];
  for (let grew = true; grew;) {
    grew = false;
    for (const each of all) {
      if (each.causedBy === null || ids.has(each.id) || !ids.has(each.causedBy)) continue;
      ids.add(each.id);
      folded.push(each);
      grew = true;
    }
  }
  return folded;
};

/** The root cause first, then what stands for itself; consequences are folded under their cause. */
export const tellStory = (findings: readonly Finding[], rootCause: string | null): Chapter[] =>
  findings
    .filter(({ causedBy }) => causedBy === null)
    .sort((one, other) => Number(other.id === rootCause) - Number(one.id === rootCause))
    .map((finding) => ({ finding, consequences: consequencesOf(finding, findings) }));
