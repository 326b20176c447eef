import { fold, knownLabels, titles } from './vocabulary';

/**
 * Text as people paste it, cut into logical lines. Repairs only what copying does to text (line break
 * tags, entities, odd blanks, lost line breaks around titles); it never changes a word.
 */

export interface Line {
  text: string;
  /** 1-based line in the text as given. */
  number: number;
  /** Length as given, to tell a console's wrap from an ordinary line end. */
  width: number;
}

const entities: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#58;': ':',
};

// Marks without width or for writing direction, NULs of half-decoded UTF-16, and console colours.
const invisible =
  // eslint-disable-next-line no-control-regex
  /[\u0000\ue000\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\u001b\[[0-9;]{0,12}[A-Za-z]/g;
const blanks = /[\t\v\f\u00a0\u2000-\u200a\u202f\u205f\u3000 ]+/g;
/** A break inside a physical line: it divides rows but counts no line. */
const lineBreak = '\ue000';
const breakTag = /<br\s{0,3}\/?>|<\/?(?:p|div|tr|li|pre|table|body|s)(?:\s[^<>]{0,300})?>/gi;
const border = /\+?-{8,}\+?/g;
const markup = /<\/?(?:b|strong|em|i|code|span|u|font|o:p)(?:\s[^<>]{0,300})?\/?>/gi;
const cell = /<\/?t[dh](?:\s[^<>]{0,300})?>/gi;

/** Repairs that keep line ends, each tried only where its mark is in the text at all. */
const repairs: readonly (readonly [string, (text: string) => string])[] = [
  [
    '&',
    (text) => text.replace(/&(?:nbsp|amp|lt|gt|quot|#39|#58);/g, (one) => entities[one] ?? one),
  ],
  ['<', (text) => text.replace(markup, '').replace(cell, ' ').replace(breakTag, lineBreak)],
  ['：', (text) => text.replace(/：/g, ':')],
  // Boxes that a terminal or a reader of pictures drew instead of the tool's own.
  ['│', (text) => text.replace(/│/g, '|')],
  ['─', (text) => text.replace(/[┌└├]?─{4,}[┐┘┤]?/g, '+----------+')],
];

const tidy = (text: string): string =>
  repairs.reduce(
    (repaired, [mark, repair]) => (repaired.includes(mark) ? repair(repaired) : repaired),
    text.replace(invisible, ''),
  );

const knownTitle = new RegExp(
  `\\|\\s?(${[...Object.keys(titles), 'work account \\d{1,3}'].join('|')})\\s?\\|`,
  'gi',
);

/** Borders and titles on one line with rows get lines of their own. */
const unfold = (text: string): string[] => {
  if (!text.includes('---') && !text.includes('|')) return [text];
  return text
    .replace(border, lineBreak)
    .replace(knownTitle, `${lineBreak}|$1|${lineBreak}`)
    .split(lineBreak)
    .map((part) => part.trim())
    .filter((part) => part !== '|');
};

const cells = /^[> ]{0,8}\|? ?([^|:]{2,40}?) ?\| ?([^|]*?) ?\|?$/;

/** A row of a table: a known label in one cell and its value in the next. */
const uncell = (text: string): string => {
  if (!text.includes('|')) return text;
  const [, label = '', value = ''] = cells.exec(text) ?? [];
  return knownLabels.has(fold(label)) ? `${label} : ${value}` : text;
};

export const toLines = (text: string): Line[] => {
  const lines: Line[] = [];
  tidy(text)
    .split(/\r\n|\n|\r/)
    .forEach((physical, index) => {
      for (const piece of physical.split(lineBreak))
        for (const part of unfold(piece.replace(blanks, ' ').trim()))
          if (part !== '')
            lines.push({ text: uncell(part), number: index + 1, width: physical.length });
    });
  return lines;
};

/** The last row has no line end after it: its last characters may be missing. */
export const endsOpen = (text: string): boolean =>
  text !== '' && !/[\r\n\ue000][^\S\r\n]*$/.test(tidy(text.slice(-400)));
