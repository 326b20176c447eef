import type { GapView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import { QuietList } from './QuietList';

interface Props {
  gaps: readonly GapView[];
  /** The helpdesk also sees the name Windows uses. */
  technical: boolean;
}

/** Law 1: what could not be checked is said, and never painted green. */
export const Gaps = ({ gaps, technical }: Props) => {
  const { say, lookUp } = useWords();
  if (gaps.length === 0) return null;
  return (
    <QuietList
      id="gaps"
      title={say('gaps.title')}
      intro={say('gaps.intro')}
      rows={gaps.map(({ probe, why, detail }) => ({
        name: lookUp(`part.${detail}`) ?? lookUp(`probe.${probe}`) ?? probe,
        extra: technical ? detail : null,
        text: lookUp(`gap.${why}`) ?? say('gap.other'),
      }))}
    />
  );
};
