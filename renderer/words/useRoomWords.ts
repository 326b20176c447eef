import { useEffect, useState } from 'react';
import type { Words } from '../../strings';
import { loadRoomWords } from '../../strings/more-words';
import type { Room } from '../../strings/rooms';
import { useWords } from './useWords';

/** The words of a room, null until they have arrived; after a change of language, until those have. */
export const useRoomWords = (room: Room): Words | null => {
  const words = useWords();
  const [loaded, setLoaded] = useState<{ of: Words; words: Words } | null>(null);
  useEffect(() => {
    let current = true;
    void loadRoomWords(room, words).then((more) => {
      if (current) setLoaded({ of: words, words: more });
    });
    return () => {
      current = false;
    };
  }, [room, words]);
  return loaded?.of === words ? loaded.words : null;
};
