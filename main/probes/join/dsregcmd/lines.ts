import { titles } from './vocabulary';

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
// eslint-disable-next-line no-control-regex
const invisible =
  /[\u0000\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\u001b\[[0-9;]{0,12}[A-Za-z]/g;
const blanks = /[\t\v\f\u00a0\u2000-\u200a\u202f\u205f\u3000 ]+/g;
const breakTag = /<br\s{0,3}\/?>|<\/?(?:p|div|tr|li|pre)>/gi;
const border = /\+?-{8,}\+?/g;
const markup = /<\/?(?:b|strong|em|i|code|span|u)>/gi;
const cell = /<\/?t[dh]>/gi;

const tidy = (text: string): string =>
  text
    .replace(invisible, '')
    .replace(/&(?:nbsp|amp|lt|gt|quot|#39|#58);/g, (entity) => entities[entity] ?? entity)
    .replace(markup, '')
    .replace(cell, ' ')
    .replace(/：/g, ':')
    .replace(blanks, ' ')
    .trim();

const knownTitle = new RegExp(
  `\\|\\s?(${[...Object.keys(titles), 'work account \\d{1,3}'].join('|')})\\s?\\|`,
  'gi',
);

/** Borders and titles on one line with rows get lines of their own. */
const unfold = (text: string): string[] =>
  text
    .replace(border, '\n')
    .replace(knownTitle, '\n|$1|\n')
    .split('\n')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '|');

export const toLines = (text: string): Line[] => {
  const lines: Line[] = [];
  const physical = text.split(/\r\n|\n|\r/);
  physical.forEach((raw, index) => {
    for (const piece of raw.split(breakTag))
      for (const part of unfold(tidy(piece)))
        lines.push({ text: part, number: index + 1, width: raw.length });
  });
  return lines;
};
