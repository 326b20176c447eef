import type { GapView } from '../../preload/contract';

export interface GapGroup {
  why: string;
  gaps: GapView[];
  /** Short enough to be read without asking for it. */
  short: boolean;
}

const shortLength = 4;

/** A small recording lacks dozens of sources for one reason; a line for each would drown the verdict. */
export const gapGroups = (gaps: readonly GapView[]): GapGroup[] =>
  [...new Set(gaps.map(({ why }) => why))].map((why) => {
    const group = gaps.filter((gap) => gap.why === why);
    return { why, gaps: group, short: group.length <= shortLength };
  });
