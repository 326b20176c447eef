import type { Words } from '../../strings/index';
import type { Gap } from '../core/diagnosis';

export interface GapGroup {
  reason: string;
  names: string[];
}

/** One group per reason, with the names of what is not known because of it. */
export const gapGroups = (gaps: readonly Gap[], words: Words): GapGroup[] => {
  const byReason = new Map<string, string[]>();
  for (const { why, probe } of gaps)
    byReason.set(why, [...(byReason.get(why) ?? []), words.lookUp(`probe.${probe}`) ?? probe]);
  return [...byReason].map(([why, names]) => ({
    reason: words.lookUp(`gap.${why}`) ?? words.say('gap.other'),
    names,
  }));
};
