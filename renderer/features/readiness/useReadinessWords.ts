import { useEffect, useState } from 'react';
import type { Words } from '../../../strings';
import { loadReadinessWords } from '../../../strings/for-readiness';
import { useWords } from '../../words/useWords';

/** Null until they have arrived. */
export const useReadinessWords = (): Words | null => {
  const words = useWords();
  const [loaded, setLoaded] = useState<{ of: Words; words: Words } | null>(null);
  useEffect(() => {
    let current = true;
    void loadReadinessWords(words).then((next) => {
      if (current) setLoaded({ of: words, words: next });
    });
    return () => {
      current = false;
    };
  }, [words]);
  return loaded?.of === words ? loaded.words : null;
};
