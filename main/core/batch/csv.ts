export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

export interface CsvLine {
  /** 1-based line of the file where it begins. */
  line: number;
  cells: string[];
  problem: 'open-quote' | 'stray-quote' | null;
}

/** A quotation mark that is not closed within this many characters was never meant as one. */
const longestQuoted = 16_384;
const quote = '"';

interface Cell {
  text: string;
  end: number;
  stray: boolean;
}

const lineEnd = (text: string, from: number): number => {
  const found = text.slice(from).search(/\r\n|\n|\r/u);
  return found < 0 ? text.length : from + found;
};

const afterBreak = (text: string, at: number): number =>
  text.startsWith('\r\n', at) ? at + 2 : at + 1;

const plainCell = (text: string, from: number, separator: string): Cell => {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r')
    end += 1;
  return { text: text.slice(from, end), end, stray: false };
};

/** Null where the mark is never closed. */
const quotedCell = (text: string, from: number, separator: string): Cell | null => {
  let value = '';
  let at = from + 1;
  const stop = Math.min(text.length, from + longestQuoted);
  for (;;) {
    const close = text.indexOf(quote, at);
    if (close < 0 || close >= stop) return null;
    value += text.slice(at, close);
    if (text[close + 1] !== quote) {
      const rest = plainCell(text, close + 1, separator);
      const stray = rest.text.trim() !== '';
      // The mark that "closes" it opened something on a later line: damage costs its own line only.
      if (stray && /[\r\n]/u.test(value)) return null;
      return { text: stray ? value + rest.text : value, end: rest.end, stray };
    }
    value += quote;
    at = close + 2;
  }
};

const countBreaks = (text: string): number => text.match(/\r\n|\n|\r/gu)?.length ?? 0;

/** Every line that is not empty, with what is wrong with it: damage costs its own line and no other. */
export const readCsv = (text: string, separator: Separator): CsvLine[] => {
  const lines: CsvLine[] = [];
  let at = 0;
  let number = 1;
  while (at < text.length) {
    const start = at;
    const cells: string[] = [];
    let problem: CsvLine['problem'] = null;
    for (;;) {
      const cell =
        text[at] === quote ? quotedCell(text, at, separator) : plainCell(text, at, separator);
      if (cell === null) {
        problem = 'open-quote';
        at = lineEnd(text, at);
        break;
      }
      if (cell.stray) problem = 'stray-quote';
      cells.push(cell.text);
      at = cell.end;
      if (text[at] !== separator) break;
      at += 1;
    }
    if (problem !== null || cells.some((cell) => cell.trim() !== ''))
      lines.push({ line: number, cells, problem });
    at = at < text.length ? afterBreak(text, at) : at;
    number += countBreaks(text.slice(start, at));
  }
  return lines;
};

/** The sign that stands most often in the first line, outside of quotation marks. */
export const separatorOf = (text: string): Separator => {
  const first = text.trimStart();
  const head = first.slice(0, lineEnd(first, 0)).replace(/"(?:[^"]|"")*"/gu, '');
  const [best = ','] = [...separators].sort(
    (one, two) => head.split(two).length - head.split(one).length,
  );
  return best;
};

/** What table programs take for a formula; the wide forms of the signs are taken for the same. */
const formula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;
const mark = "'";

/** A value of a device must never be run by the program that opens the table. */
const defused = (value: string): string => (formula.test(value) ? mark + value : value);

/** Takes our own mark off again, so that a table comes back as it went out. */
export const withoutMark = (value: string): string =>
  value.startsWith(mark) && formula.test(value.slice(1)) ? value.slice(1) : value;

const cellText = (value: string, separator: Separator): string => {
  const safe = defused(value);
  const plain = !/["\r\n]/u.test(safe) && !safe.includes(separator) && safe.trim() === safe;
  return plain ? safe : `${quote}${safe.replaceAll(quote, quote + quote)}${quote}`;
};

export const writeCsv = (rows: readonly (readonly string[])[], separator: Separator): string =>
  rows
    .map((row) => `${row.map((value) => cellText(value, separator)).join(separator)}\r\n`)
    .join('');
