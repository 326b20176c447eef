import { createBlobMasks } from './blob';
import { maskGroups, type MaskGroup } from './groups';
import { createMasks, untouched, type Digest } from './masks';
import { createNames } from './names';
import { privatePlaces, tellingPlaces } from './places';
import { addressShape, hostShape, shapes } from './shapes';
import { Sheet } from './sheet';

export interface Redactor {
  /** Notes who and what is named in a text. All texts come before the first is masked. */
  learn(key: string, text: string): void;
  /** The same text in the same length, without anybody's name in it. */
  mask(key: string, text: string): string;
  /** A value that is a name as a whole. */
  name(value: string): string;
}

/**
 * `reg query` parts the strings of a list by a backslash and a zero, which would otherwise be the first
 * letter of the next one. The stand-in is as long and is turned back at the end.
 */
const parted = (text: string): string =>
  text.replace(/(?<=[ \t]REG_MULTI_SZ[ \t]{1,9})[^\s][^\r\n]*/g, (list) =>
    list.replaceAll('\\0', '\u0001\u0001'),
  );
const whole = (text: string): string => text.replaceAll('\u0001\u0001', '\\0');

const escaped = (literal: string): string => literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Longest first, so that a name is not broken up by a part of it. */
const patternOf = (literals: ReadonlySet<string>): RegExp | null => {
  if (literals.size === 0) return null;
  const sorted = [...literals].sort((one, other) => other.length - one.length);
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${sorted.map(escaped).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
};

const groupsOf = (text: string, place: RegExp): [number, number][] =>
  [...text.matchAll(place)].flatMap((match) =>
    (match.indices ?? [])
      .slice(1)
      .flatMap((range: [number, number] | undefined) => (range === undefined ? [] : [range])),
  );

const hexValue =
  /(?<=\b(DefaultConnectionSettings|SavedLegacySettings|WinHttpSettings|Blob)[ \t]{1,9}REG_BINARY[ \t]{1,9})[0-9a-f]{8,}/gi;

export interface RedactorOptions {
  digest: Digest;
  /** SHA-1 as hex digits: how a certificate is named everywhere. */
  fingerprint: (bytes: readonly number[]) => string;
  /** Words that our own questions are made of, which name nobody. */
  vocabulary?: readonly string[];
  /** What is masked; all of it unless told. */
  masked?: ReadonlySet<MaskGroup>;
}

/**
 * Masks what tells who a device, its people and its company are, and keeps what tells what is wrong
 * with it.
 */
export const createRedactor = ({
  digest,
  fingerprint,
  vocabulary = [],
  masked = new Set(maskGroups),
}: RedactorOptions): Redactor => {
  const masks = createMasks(digest);
  const names = createNames(masks, vocabulary);
  const literals = new Set<string>();
  const certificates = new Set<string>();
  let pattern: RegExp | null | undefined;

  const decideBlobs = (sheet: Sheet): void => {
    for (const match of sheet.text.matchAll(hexValue)) {
      const [found, kind] = match;
      const even = found.slice(0, found.length - (found.length % 2));
      const mask = kind?.toLowerCase() === 'blob' ? blobs.certificate(even) : blobs.counted(even);
      sheet.decide(match.index, match.index + found.length, mask);
    }
  };
  const decideShapes = (sheet: Sheet): void => {
    for (const { find, group, mask } of shapes)
      for (const match of sheet.text.matchAll(find)) {
        const end = match.index + match[0].length;
        if (!sheet.isOpen(match.index, end)) continue;
        const tools = { masks, names };
        const left = masked.has(group) ? mask(match[0], tools, sheet.before(match.index)) : null;
        sheet.decide(match.index, end, left);
      }
  };
  const decidePlaces = (sheet: Sheet, key: string): void => {
    for (const place of [...tellingPlaces(key, masked), ...privatePlaces(key, masked)])
      for (const [from, to] of groupsOf(sheet.text, place))
        sheet.decide(from, to, names.mask(sheet.text.slice(from, to)));
  };
  const decideLiterals = (sheet: Sheet): void => {
    if (pattern === undefined) pattern = patternOf(literals);
    if (pattern === null) return;
    for (const match of sheet.text.matchAll(pattern))
      sheet.decide(match.index, match.index + match[0].length, names.mask(match[0]));
  };
  const note = (value: string): void => {
    for (const literal of names.literals(value)) literals.add(literal.toLowerCase());
  };

  const plainMask = (text: string): string => {
    const sheet = new Sheet(text);
    decideShapes(sheet);
    decideLiterals(sheet);
    return sheet.result;
  };
  const nameMask = (value: string): string => (masked.has('names') ? names.mask(value) : value);
  const blobs = createBlobMasks(masked.has('ids') ? masks : untouched, plainMask, nameMask);

  /** A masked certificate has another fingerprint, and must be found by that one. */
  const settleFingerprints = (): void => {
    if (!masked.has('ids')) return;
    for (const hex of certificates)
      for (const [before, after] of blobs.pairs(hex))
        masks.presetHex(fingerprint(before), fingerprint(after));
    certificates.clear();
  };

  return {
    name: nameMask,
    learn(key, original) {
      const text = parted(original);
      pattern = undefined;
      for (const [hex, kind] of text.matchAll(hexValue))
        if (kind?.toLowerCase() === 'blob') certificates.add(hex);
      if (masked.has('names'))
        for (const shape of [addressShape, hostShape])
          for (const [found] of text.matchAll(shape)) note(found);
      const sheet = new Sheet(text);
      decideShapes(sheet);
      for (const place of tellingPlaces(key, masked))
        for (const [from, to] of groupsOf(text, place)) note(sheet.openPart(from, to));
    },
    mask(key, text) {
      settleFingerprints();
      const sheet = new Sheet(parted(text));
      decideBlobs(sheet);
      decideShapes(sheet);
      decidePlaces(sheet, key);
      decideLiterals(sheet);
      return whole(sheet.result);
    },
  };
};
