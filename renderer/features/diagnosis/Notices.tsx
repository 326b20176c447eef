import type { FindingView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import { QuietList } from './QuietList';
import { useFindingWords } from './useFindingWords';

/** True, harmless, and worth a line. */
export const Notices = ({ findings }: { findings: readonly FindingView[] }) => {
  const { say } = useWords();
  const wordsOf = useFindingWords();
  if (findings.length === 0) return null;
  return (
    <QuietList
      id="notices"
      title={say('notices.title')}
      rows={findings.map((finding) => {
        const { title, why } = wordsOf(finding);
        return { name: title, text: why };
      })}
    />
  );
};
