/** Edits between two words; gives up early, because "far" is all that matters then. */
const distance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    let best = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const value = Math.min(
        (before[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (before[column - 1] ?? 0) + (same ? 0 : 1),
      );
      now.push(value);
      best = Math.min(best, value);
    }
    if (best > limit) return limit + 1;
    before = now;
  }
  return before[b.length] ?? limit + 1;
};

/** Words that somebody may have meant, nearest first; at most `most` of them. */
export const nearest = (typed: string, words: Iterable<string>, most = 3): string[] => {
  const wanted = typed.toLowerCase().slice(0, 80);
  const limit = wanted.length <= 3 ? 1 : 2;
  const near: { word: string; far: number }[] = [];
  for (const word of words) {
    const far = distance(wanted, word.toLowerCase(), limit);
    if (far <= limit) near.push({ word, far });
  }
  return near
    .sort((a, b) => a.far - b.far || (a.word < b.word ? -1 : 1))
    .slice(0, most)
    .map(({ word }) => word);
};
