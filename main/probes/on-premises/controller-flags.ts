import { dcFlags } from '../../core/dc-flags';

const bits: Readonly<Record<string, number>> = dcFlags;

/** An older `nltest` prints bits it does not know as hex. */
const bitOf = (word: string): number | null =>
  /^0x[0-9a-f]+$/i.test(word) ? Number(word) : (bits[word] ?? null);

/** Null when the text is not a row of flags. */
export const flagsIn = (text: string): number | null => {
  const found = text.split(/\s+/).map(bitOf);
  const known = found.filter((bit) => bit !== null);
  if (known.length === 0 || known.length * 2 < found.length) return null;
  return known.reduce((all, bit) => (all | bit) >>> 0, 0);
};
