import type { FindingView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';

export interface FindingWords {
  title: string;
  why: string;
  next: string;
}

/** A finding this version has no words for is still shown: by name, and with what to do. */
export const useFindingWords = (): ((
  finding: Pick<FindingView, 'id' | 'values'>,
) => FindingWords) => {
  const { say, lookUp } = useWords();
  return ({ id, values }) => ({
    title: lookUp(`finding.${id}.title`, values) ?? say('card.unknown.title', { id }),
    why: lookUp(`finding.${id}.why`, values) ?? say('card.unknown.why'),
    next: lookUp(`finding.${id}.next`, values) ?? say('card.unknown.next', { id }),
  });
};
