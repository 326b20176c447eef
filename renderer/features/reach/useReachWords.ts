import { useEffect, useState } from 'react';
import type { Words } from '../../../strings';
import { loadReachWords } from '../../../strings/for-reach';
import { useWords } from '../../words/useWords';

/** Null until the words are here. */
export const useReachWords = (): Words | null => {
  const words = useWords();
  const [loaded, setLoaded] = useState<Words | null>(null);
  useEffect(() => {
    let current = true;
    void loadReachWords(words).then((more) => current && setLoaded(more));
    return () => {
      current = false;
    };
  }, [words]);
  return loaded;
};
