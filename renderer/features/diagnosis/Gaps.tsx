import type { GapView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import { QuietList } from './QuietList';

/** Law 1: what could not be checked is said, and never painted green. */
export const Gaps = ({ gaps }: { gaps: readonly GapView[] }) => {
  const { say, lookUp } = useWords();
  if (gaps.length === 0) return null;
  return (
    <QuietList
      id="gaps"
      title={say('gaps.title')}
      intro={say('gaps.intro')}
      rows={gaps.map(({ probe, why }) => ({
        name: lookUp(`probe.${probe}`) ?? probe,
        text: lookUp(`gap.${why}`) ?? say('gap.other'),
      }))}
    />
  );
};
