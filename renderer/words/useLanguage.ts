import { useEffect, useState } from 'react';
import { createWords, inRegion, pickLanguage, type Words } from '../../strings';
import { directionOf } from '../../strings/languages';
import { english, load } from '../../strings/for-page';

/**
 * Words in the language wished for, with the dates of the system's region where that speaks it; the words
 * already on screen stay until the new ones are here.
 */
export const useLanguage = (
  preferred: readonly string[] | null,
  system: readonly string[],
): Words | null => {
  const [words, setWords] = useState<Words | null>(null);
  const wanted = preferred === null ? null : pickLanguage(preferred);
  const regions = system.join(' ');
  useEffect(() => {
    if (wanted === null) return undefined;
    let current = true;
    const speak = (found: Words) => {
      if (!current) return;
      const next = inRegion(found, regions.split(' '));
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
  }, [wanted, regions]);
  return words;
};
