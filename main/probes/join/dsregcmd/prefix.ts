/** What copying puts before a row: line numbers, quote marks, log stamps, prompts. */
const pieces: readonly RegExp[] = [
  /[\s>|*_`~•·",'(-]+/y,
  /\d{1,7}[.:|)\]]?(?=\s|$)/y,
  /\[[^\]\n]{0,80}\]/y,
  /\d{4}-\d\d-\d\d[T ]?[\d:.,]{0,15}Z?/y,
  /\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?/y,
  /\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?(?: ?[AP]M)?/iy,
  /[+-]\d\d:?\d\d(?=\s|$)/y,
  // Which of many computers printed the line: `PC-0042: `.
  /(?=[^\s:]{0,62}[\d-])[\w.-]{1,63}:(?=\s|$)/y,
  /(?:INFO|DEBUG|WARN|WARNING|ERROR|VERBOSE|TRACE|OUT|STDOUT)\b[:\]-]?/iy,
  /(?:[A-Za-z]:)?[^\s:]{1,120}:\d{1,7}:/y,
  /(?:PS )?[A-Za-z]:\\[^>]{0,120}>/y,
];

/** True when everything up to `end` is such a prefix and not words of its own. */
export const isPrefix = (text: string, end: number): boolean => {
  if (end > 240) return false;
  let at = 0;
  while (at < end) {
    let moved = false;
    for (const piece of pieces) {
      piece.lastIndex = at;
      const match = piece.exec(text);
      if (match && match[0].length > 0 && at + match[0].length <= end) {
        at += match[0].length;
        moved = true;
        break;
      }
    }
    if (!moved) return false;
  }
  return true;
};
