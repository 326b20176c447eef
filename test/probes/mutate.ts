import fc from 'fast-check';

/** Words as they could stand in any translation: letters only, so that no value is made up. */
const letters = 'abcdeéèßñøçžλμπжцщя時刻同期源電圧ある한국'.split('');
export const word = fc.string({
  unit: fc.constantFrom(...letters),
  minLength: 2,
  maxLength: 12,
});
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

export interface Change {
  /** A new label per line, and what stands around the colon. */
  labels: string[];
  colon: string;
  indent: string;
  lineEnd: string;
}

/** French and Chinese colons, other columns, other line ends. */
export const change: fc.Arbitrary<Change> = fc.record({
  labels: fc.array(phrase, { minLength: 64, maxLength: 64 }),
  colon: fc.constantFrom(':', ': ', ' : ', '\u00a0: ', '\u202f:  ', ':   ', '\uff1a'),
  indent: fc.constantFrom('', '  ', '\t', '          '),
  lineEnd: fc.constantFrom('\r\n', '\n'),
});

const row = /^(\s*)(#\d+>\s*)?([^:\uFF1A]*?)\s*[:\uFF1A]([^\S\r\n]*)(.*)$/u;

/** Every label becomes other words; what stands behind the first colon stays. */
export const relabel = (text: string, { labels, colon, indent, lineEnd }: Change): string =>
  text
    .split(/\r?\n/)
    .map((line, at) => {
      const found = row.exec(line);
      if (!found) return line;
      const [, , mark = '', , , value = ''] = found;
      return `${indent}${mark}${labels[at % labels.length] ?? 'x'}${colon}${value}`;
    })
    .join(lineEnd);
