import { useEffect, useState } from 'react';
import { createWords, pickLanguage, type Words } from '../../strings';
import { directionOf } from '../../strings/languages';
import { english, load } from '../../strings/for-page';

/** Words in the language wished for; the words already on screen stay until the new ones are here. */
export const useLanguage = (preferred: readonly string[] | null): Words | null => {
  const [words, setWords] = useState<Words | null>(null);
  const wanted = preferred === null ? null : pickLanguage(preferred);
  useEffect(() => {
    if (wanted === null) return undefined;
    let current = true;
    const speak = (next: Words) => {
      if (!current) return;
      document.documentElement.lang = next.language;
      document.documentElement.dir = directionOf(next.language);
      setWords(next);
    };
    load(wanted).then(
      (catalogue) => speak(createWords(wanted, catalogue, english)),
      () => speak(createWords('en', english)),
    );
    return () => {
      current = false;
    };
  }, [wanted]);
  return words;
};
