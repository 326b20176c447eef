import { useEffect, useState } from 'react';
import type { Words } from '../../../strings';
import { loadGuideWords } from '../../../strings/for-guides';
import { useWords } from '../../words/useWords';

/** Null until the words are here. */
export const useGuideWords = (): Words | null => {
  const words = useWords();
  const [loaded, setLoaded] = useState<Words | null>(null);
  useEffect(() => {
    let current = true;
    void loadGuideWords(words).then((more) => current && setLoaded(more));
    return () => {
      current = false;
    };
  }, [words]);
  return loaded;
};
