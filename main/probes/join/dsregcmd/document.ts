import type { Row } from '../../../core/facts/registration';
import { findLabels, looksLikeRow } from './find-labels';
import { endsOpen, toLines, type Line } from './lines';
import { isPrefix } from './prefix';
import { fold, knownLabels, titles, type SectionKind, type ValueKind } from './vocabulary';

/** A row with the section it belongs to, which is not always the one it was printed under. */
export interface PlacedRow extends Row {
  kind: SectionKind;
  /** Work Account number; 0 elsewhere. */
  account: number;
  /** Ends the text without a line end: its last characters may be missing. */
  atEnd: boolean;
}

export interface Document {
  rows: PlacedRow[];
  titles: { text: string; kind: SectionKind | null; line: number }[];
  unrecognised: string[];
  /** Another whole output follows in the same text; it was not merged into this one. */
  several: boolean;
  truncated: boolean;
  closed: boolean;
}

/** The row that a line without a label may continue. */
interface Previous {
  row: PlacedRow;
  value: ValueKind;
  line: Line;
}

/** A device is registered in three tenants per user at the most; far more is not a device. */
const mostAccounts = 50;

const workAccountTitle = /^work account (\d{1,3})$/;
const closing = /aadjerrors\s*$/i;

interface Cursor {
  title: SectionKind | null;
  titleText: string;
  /** Inside a titled section that we do not know: its rows are kept, not judged. */
  foreign: boolean;
  inferred: SectionKind | null;
  account: number;
}

const lead = /^[>\d.:) ]{0,12}\|\s?/;
const fullTitle = /^[A-Za-z][A-Za-z0-9 ]{2,48}$/;

/** A title between pipes may be new to us; without its pipes, or cut, only a known one is believed. */
const titleOf = (text: string): string | null => {
  const bare = text
    .replace(lead, '')
    .replace(/[*_#`]/g, '')
    .trim();
  const piped = lead.test(text) && bare.endsWith('|');
  const name = bare.replace(/\s?\|$/, '');
  if (piped && fullTitle.test(name)) return name;
  const key = fold(name);
  return key in titles || workAccountTitle.test(key) ? name : null;
};

const kindOfTitle = (text: string): { kind: SectionKind | null; account: number } => {
  const key = fold(text);
  const account = workAccountTitle.exec(key);
  if (account) return { kind: 'work-account', account: Math.min(Number(account[1]), mostAccounts) };
  return { kind: titles[key] ?? null, account: 0 };
};

/** Where a known label belongs: its title's section, else where the rows around it stand. */
const place = (
  label: string,
  sections: readonly SectionKind[],
  cursor: Cursor,
): SectionKind | null => {
  if (cursor.title && sections.includes(cursor.title)) return cursor.title;
  if (sections.length === 1) return sections[0] ?? null;
  if (cursor.inferred && sections.includes(cursor.inferred)) return cursor.inferred;
  // A key or proxy row without its surroundings could be the device's or an account's, the user's or
  // the system's. Guessing turned facts wrong in other tools, so it stays unplaced.
  if (ambiguous.has(fold(label))) return null;
  return sections[0] ?? null;
};

const ambiguous = new Set(
  [
    'DeviceCertificateValidity',
    'KeyContainerId',
    'KeyProvider',
    'TpmProtected',
    'Auto Detect Settings',
    'Auto Detect PAC Status',
    'Auto-Configuration URL',
    'Proxy Server List',
    'Proxy Bypass List',
  ].map(fold),
);

/** Rows that can only stand in one section, and so tell where their neighbours stand. */
const inferFrom = (sections: readonly SectionKind[], kind: SectionKind): SectionKind | null =>
  sections.length === 1 || kind === 'work-account' ? kind : null;

export const toDocument = (text: string): Document => {
  const lines = toLines(text);
  const open = endsOpen(text);
  const widest = lines.reduce((most, line) => Math.max(most, line.width), 0);
  const document: Document = {
    rows: [],
    titles: [],
    unrecognised: [],
    several: false,
    truncated: false,
    closed: false,
  };
  const cursor: Cursor = {
    title: null,
    titleText: '',
    foreign: false,
    inferred: null,
    account: 0,
  };
  const begun = new Set<number>();
  let before = null as Previous | null;

  for (const [index, line] of lines.entries()) {
    const last = open && index === lines.length - 1;
    const title = titleOf(line.text);
    if (title) {
      const { kind, account } = kindOfTitle(title);
      if (kind === 'device-state' && document.rows.some((row) => row.kind === 'device-state')) {
        document.several = true;
        break;
      }
      Object.assign(cursor, {
        title: kind,
        titleText: title,
        foreign: kind === null,
        account,
      });
      cursor.inferred = kind;
      document.titles.push({ text: title, kind, line: line.number });
      if (kind === null) document.unrecognised.push(title);
      if (last) document.truncated = true;
      before = null;
      continue;
    }
    // A line number or log stamp with nothing behind it is a blank line of the original.
    if (isPrefix(line.text, line.text.length)) continue;
    const labels = findLabels(line.text);
    if (labels.length === 0) {
      if (before && continues(line, before, index === 0 ? undefined : lines[index - 1])) {
        const direct = before.line.width >= 60 && before.line.width === widest;
        before.row.value += (direct ? '' : ' ') + line.text;
        before.row.atEnd = last;
        before = { ...before, line };
        continue;
      }
      if (closing.test(line.text)) document.closed = true;
      else if (looksLikeRow(line.text)) document.unrecognised.push(line.text);
      else if (last && startsKnown(line.text)) document.truncated = true;
      before = null;
      continue;
    }
    for (const [position, found] of labels.entries()) {
      const next = labels[position + 1];
      const { label, sections, kind: valueKind } = found.known;
      const value = clean(line.text.slice(found.valueAt, next?.start), valueKind, line.text);
      const kind = cursor.foreign ? null : place(label, sections, cursor);
      if (kind === null) {
        document.unrecognised.push(`${label} : ${value}`.trim());
        before = null;
        continue;
      }
      if (!cursor.title || !sections.includes(cursor.title))
        cursor.inferred = inferFrom(sections, kind) ?? cursor.inferred;
      if (kind === 'work-account') {
        // A second account whose title was lost begins with its device id.
        cursor.account = Math.max(1, cursor.account);
        if (label === 'WorkplaceDeviceId') {
          if (begun.has(cursor.account) && cursor.account < mostAccounts) cursor.account += 1;
          begun.add(cursor.account);
        }
      }
      const row: PlacedRow = {
        section: cursor.titleText,
        label,
        value,
        line: line.number,
        kind,
        account: kind === 'work-account' ? cursor.account : 0,
        atEnd: last && next === undefined,
      };
      document.rows.push(row);
      before = { row, value: valueKind, line };
    }
  }
  if (document.rows.some((row) => row.atEnd)) document.truncated = !document.closed;
  return document;
};

/** Marks that copying put around a value. In free text they may be the value's own, so only pairs go. */
const clean = (value: string, kind: ValueKind, line: string): string => {
  const trimmed = value.trim();
  if (kind === 'word') return trimmed.replace(/^["'`*_ ]+/, '').replace(/["'`*_,;.| ]+$/, '');
  if (/^[>\d.: ]{0,10}\*\*/.test(line))
    return trimmed.replace(/^\*\* ?/, '').replace(/ ?\*\*$/, '');
  if (line.startsWith('|')) return trimmed.replace(/ ?\|$/, '');
  if (line.startsWith('"')) return trimmed.replace(/",?$/, '');
  return trimmed.replace(/^"(.*)",?$/, '$1');
};

/** The beginning of a row or title that the text no longer finishes. */
const startsKnown = (text: string): boolean => {
  const start = fold(text.replace(/^[^A-Za-z]*/, ''));
  return (
    start !== '' &&
    [...knownLabels.keys(), ...Object.keys(titles)].some((word) => word.startsWith(start))
  );
};

const prompt = /^(?:PS )?[A-Za-z]:\\[^>]*>|^\[[^\]]{1,120}\]: PS |^\$ |^C:\\>/;
const knownNoise = /^(?:Waiting for Diagnostics Task|Execution completed in|For more information)/i;

/** A console breaks long values at its width; the rest starts at column 0 without a label. */
const continues = (line: Line, before: Previous, previous: Line | undefined): boolean =>
  before.value === 'text' &&
  before.row.value !== '' &&
  before.line.width >= 50 &&
  previous === before.line &&
  line.number - before.line.number <= 1 &&
  !looksLikeRow(line.text) &&
  !prompt.test(line.text) &&
  !knownNoise.test(line.text) &&
  !closing.test(line.text);
