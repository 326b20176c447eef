import type { ChangeView } from '../preload/contract-history';
import type { Words } from './index';

/** The order in which changes are told; times that only went on are counted, not listed. */
export const listedRelevances = ['cause', 'finding', 'readable', 'other'] as const;

const same = (text: string): string => text;

/** One change in one line. `clean` makes raw values safe for where they are shown. */
export const changeWords = (
  { probe, field, before, after, relevance }: ChangeView,
  { say, lookUp }: Words,
  clean: (text: string) => string = same,
): string => {
  const state = (value: string | null): string => {
    if (relevance !== 'readable')
      return value === null ? say('compare.none') : clean(value) || '""';
    if (value === 'ok') return say('compare.was-read');
    return lookUp(`gap.${value ?? ''}`) ?? say('gap.other');
  };
  return say('compare.change', {
    what: [lookUp(`probe.${probe}`) ?? probe, clean(field)].filter(Boolean).join(', '),
    before: state(before),
    after: state(after),
  });
};
