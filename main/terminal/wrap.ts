/** Text from outside may hold escapes that move the cursor or retitle the window: they are shown, not obeyed. */
export const printable = (text: string) =>
  // eslint-disable-next-line no-control-regex
  text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '\uFFFD');

// eslint-disable-next-line no-control-regex
const columns = (text: string) => text.replace(/\x1b\[\d+m/g, '').length;

/** Breaks at blanks so that no line is wider than `width`; a word longer than that keeps its own line. */
export const wrap = (text: string, width: number, indent = '', first = indent): string => {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = lines.length === 0 ? first : indent;
    let empty = true;
    for (const word of paragraph.split(/ +/).filter(Boolean)) {
      if (!empty && columns(line) + 1 + columns(word) > width) {
        lines.push(line);
        line = indent;
        empty = true;
      }
      line += empty ? word : ` ${word}`;
      empty = false;
    }
    lines.push(line.trimEnd());
  }
  return lines.join('\n');
};
