import { loadAreas } from './catalogues';
import { createWords, type Words } from './index';
import { roomAreas, type Room } from './rooms';

/** The words of a room, and all that were here before it. */
export const loadRoomWords = async (room: Room, words: Words): Promise<Words> => {
  const own = createWords(words.language, await loadAreas(words.language, roomAreas[room]));
  const lookUp: Words['lookUp'] = (key, values) =>
    own.lookUp(key, values) ?? words.lookUp(key, values);
  return { ...words, lookUp, say: (key, values) => lookUp(key, values) ?? key };
};
