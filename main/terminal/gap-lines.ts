import type { Words } from '../../strings/index';
import type { Gap } from '../core/diagnosis';
import { printable } from './wrap';
import { listed } from '../../strings/listed';

/** A small capture lacks dozens of sources for one reason; a screen full of them hides the rest. */
const mostNames = 6;
const longestDetail = 40;

const nameOf = ({ probe, detail }: Gap, words: Words): string => {
  const name = words.lookUp(`probe.${probe}`) ?? probe;
  return detail === null || detail.length > longestDetail ? name : `${name}: ${printable(detail)}`;
};

/** One line per reason, with the names of what is not known because of it. */
export const gapLines = (gaps: readonly Gap[], words: Words): string[] => {
  const byReason = new Map<string, string[]>();
  for (const gap of gaps)
    byReason.set(gap.why, [...(byReason.get(gap.why) ?? []), nameOf(gap, words)]);
  return [...byReason].map(([why, names]) =>
    words.say('terminal.show.gap', {
      // What to do about it in a terminal, where that differs from what a window says.
      reason:
        words.lookUp(`terminal.gap.${why}`) ?? words.lookUp(`gap.${why}`) ?? words.say('gap.other'),
      names: listed(names.slice(0, mostNames), words),
      more: Math.max(0, names.length - mostNames),
    }),
  );
};
