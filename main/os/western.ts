import iconv from 'iconv-lite';

const everyday = new Set('äöüßÄÖÜéèêàâçîôûùëïñáíóú\u00a0'.split(''));
const rarely = new Set('ãõåæøœìòâÉÈÀÇÑÅÆØÁÍÓÚÊÔÎ°§«»–’€'.split(''));

/** How much a text looks like Western European prose: letters people use, not lines and symbols. */
const likeness = (text: string): number => {
  let score = 0;
  let before = '';
  for (const char of text) {
    const capitalInside = /\p{Lu}/u.test(char) && /\p{Ll}/u.test(before);
    if (char > '\x7f')
      score += capitalInside ? -1 : everyday.has(char) ? 3 : rarely.has(char) ? 1 : -2;
    before = char;
  }
  return score;
};

const sampleBytes = 64 * 1024;

/**
 * OEM 850 or ANSI 1252, when nobody told: the one in which the foreign bytes read as letters of
 * German, French, Spanish and the like. A draw goes to 850, because a console tool's pipe is OEM.
 */
export const guessWestern = (bytes: Uint8Array): 'cp850' | 'cp1252' => {
  const sample = Buffer.from(bytes.subarray(0, sampleBytes));
  const ansi = likeness(iconv.decode(sample, 'cp1252'));
  return ansi > likeness(iconv.decode(sample, 'cp850')) ? 'cp1252' : 'cp850';
};
