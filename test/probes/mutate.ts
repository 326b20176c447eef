import fc from 'fast-check';
import type { RawReading } from '../../main/os/port';
import { codePageSource } from '../../main/probes/text/raw';
import { encode, ran, registry, text as value } from './support';

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
const change: fc.Arbitrary<Change> = fc.record({
  labels: fc.array(phrase, { minLength: 64, maxLength: 64 }),
  colon: fc.constantFrom(':', ': ', ' : ', '\u00a0: ', '\u202f:  ', ':   ', '\uff1a'),
  indent: fc.constantFrom('', '  ', '\t', '          '),
  lineEnd: fc.constantFrom('\r\n', '\n'),
});

/** Values whose label has no colon of its own: a session number, and flags before their names. */
const bare = /^(\s*)[^:\d]*?(\d+:0x[0-9a-f]+.*|0x[0-9a-f]+ -> .*)$/iu;
const row = /^(\s*)(#\d+>\s*)?([^:\uFF1A]*?)\s*[:\uFF1A]([^\S\r\n]*)(.*)$/u;

/** Every label becomes other words; what stands behind it stays. */
export const relabel = (text: string, { labels, colon, indent, lineEnd }: Change): string =>
  text
    .split(/\r?\n/)
    .map((line, at) => {
      const label = labels[at % labels.length] ?? 'x';
      const unlabelled = bare.exec(line);
      if (unlabelled) return `${indent}${label} ${unlabelled[2] ?? ''}`;
      const found = row.exec(line);
      if (!found) return line;
      const [, , mark = '', , , value = ''] = found;
      return `${indent}${mark}${label}${colon}${value.replace(/\((local)\)$/i, `(${label})`)}`;
    })
    .join(lineEnd);

/** Bytes in which a tool could have written it, and the code page the PC would report with them. */
const plain = ['utf-8', 'utf-16le', 'cp437', 'cp850', 'cp866', 'cp932', 'cp936', 'cp1252'];
const wide = ['utf-8', 'utf-16le', 'cp932', 'cp936'];

const codePage = (encoding: string): Record<string, RawReading> => {
  const page = /^cp(\d+)$/.exec(encoding)?.[1];
  if (page === undefined) return {};
  const keys = { [codePageSource.path]: { OEMCP: value(page) } };
  return { [codePageSource.key]: ran(registry('HKLM', keys)) };
};

export type Given = Readonly<Record<string, RawReading>>;

export const inEncoding = (key: string, text: string, encoding: string, exit = 0): Given => ({
  [key]: ran(encode(text, encoding), exit),
  ...codePage(encoding),
});

/** The text as another PC would print it: other words, columns, line ends and code page. */
export const translated = (key: string, text: string, exit = 0): fc.Arbitrary<Given> =>
  change.chain((how) =>
    fc
      .constantFrom(...(how.colon === '\uff1a' ? wide : plain))
      .map((encoding) => inEncoding(key, relabel(text, how), encoding, exit)),
  );
