import { maskGuid } from './addresses';
import type { Masks } from './masks';

type MaskText = (text: string) => string;

const hexOf = (bytes: readonly number[]): string =>
  bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOf = (hex: string): number[] =>
  (hex.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
const latin = (bytes: readonly number[]): string => String.fromCharCode(...bytes);
const unlatin = (text: string): number[] =>
  text.split('').map((char) => (char.charCodeAt(0) > 255 ? 120 : char.charCodeAt(0)));

/** Binary GUIDs turn their first three parts round. */
const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
const turned = (bytes: readonly number[]): number[] => order.map((from) => bytes[from] ?? 0);

const number32 = (bytes: readonly number[], at: number): number =>
  (bytes[at] ?? 0) +
  (bytes[at + 1] ?? 0) * 0x100 +
  (bytes[at + 2] ?? 0) * 0x10000 +
  (bytes[at + 3] ?? 0) * 0x1000000;

interface Property {
  header: number[];
  bytes: number[];
}

const propertiesOf = (bytes: number[]): { list: Property[]; rest: number[] } => {
  const list: Property[] = [];
  let at = 0;
  while (at + 12 <= bytes.length) {
    const start = at + 12;
    const end = start + number32(bytes, at + 8);
    if (end > bytes.length) break;
    list.push({ header: bytes.slice(at, start), bytes: bytes.slice(start, end) });
    at = end;
  }
  return { list, rest: bytes.slice(at) };
};

export interface BlobMasks {
  /** Texts with their length in front. */
  counted(hex: string): string;
  /** The record of a certificate store: properties, one of which is the certificate. */
  certificate(hex: string): string;
  /** Each certificate in such a record, before and after. */
  pairs(hex: string): [number[], number[]][];
}

export const createBlobMasks = (
  masks: Masks,
  maskText: MaskText,
  maskNames: MaskText,
): BlobMasks => {
  const opaque = (bytes: readonly number[]): number[] =>
    bytes.length === 16
      ? turned(bytesOf(maskGuid(hexOf(turned(bytes)), masks)))
      : bytesOf(masks.hex(hexOf(bytes)));
  const text = (bytes: readonly number[], mask: MaskText): number[] => {
    const wide =
      bytes.length > 3 && bytes.filter((_, at) => at % 2 === 1).every((byte) => byte === 0);
    if (!wide) return unlatin(latin(bytes).replace(/[ -~]{4,}/g, mask));
    const narrow = unlatin(mask(latin(bytes.filter((_, at) => at % 2 === 0))));
    return bytes.map((byte, at) => (at % 2 === 0 ? (narrow[at / 2] ?? byte) : byte));
  };

  const header = (bytes: readonly number[], at: number): { start: number; end: number } | null => {
    const first = bytes[at + 1];
    if (first === undefined) return null;
    const extra = first < 0x80 ? 0 : first - 0x80;
    if (extra > 4) return null;
    const length = extra === 0 ? first : parseInt(hexOf(bytes.slice(at + 2, at + 2 + extra)), 16);
    const start = at + 2 + extra;
    return start + length <= bytes.length ? { start, end: start + length } : null;
  };
  const isWhole = (bytes: readonly number[], at: number): boolean =>
    [0x30, 0x31, 0x04].includes(bytes[at] ?? 0) && header(bytes, at)?.end === bytes.length;

  const content = (tag: number, bytes: number[]): number[] => {
    if ((tag & 0x20) !== 0) return der(bytes);
    if (tag === 0x03 && isWhole(bytes, 1)) return [bytes[0] ?? 0, ...der(bytes.slice(1))];
    if (tag === 0x04 && isWhole(bytes, 0)) return der(bytes);
    if (tag === 0x02 || tag === 0x03)
      return bytes.length < 8 ? bytes : [...bytes.slice(0, 2), ...opaque(bytes.slice(2))];
    if (tag === 0x04 || (tag & 0xc0) === 0x80) return bytes.length < 8 ? bytes : opaque(bytes);
    return [0x0c, 0x13, 0x14, 0x16, 0x1e].includes(tag) ? unlatin(maskText(latin(bytes))) : bytes;
  };
  /** Masks keys, numbers and names and keeps the structure, dates and purposes. */
  const der = (bytes: number[]): number[] => {
    const out: number[] = [];
    let at = 0;
    while (at < bytes.length) {
      const place = header(bytes, at);
      if (place === null) return [...out, ...opaque(bytes.slice(at))];
      out.push(...bytes.slice(at, place.start));
      out.push(...content(bytes[at] ?? 0, bytes.slice(place.start, place.end)));
      at = place.end;
    }
    return out;
  };

  const property = (bytes: number[]): number[] => {
    if (isWhole(bytes, 0)) return der(bytes);
    return [16, 20, 32].includes(bytes.length) ? opaque(bytes) : textWithin(bytes);
  };
  /** Numbers in front, wide text behind: only the text is anybody's. */
  const textWithin = (bytes: number[]): number[] => {
    const wide = latin(bytes).replace(/(?:[ -~]\0){4,}/g, (found) =>
      latin(text(unlatin(found), maskText)),
    );
    return unlatin(wide);
  };

  return {
    counted: (hex) => hexOf(text(bytesOf(hex), maskNames)).toUpperCase(),
    certificate: (hex) => {
      const { list, rest } = propertiesOf(bytesOf(hex));
      const masked = list.flatMap(({ header, bytes }) => [...header, ...property(bytes)]);
      return hexOf([...masked, ...(rest.length > 0 ? opaque(rest) : [])]).toUpperCase();
    },
    pairs: (hex) =>
      propertiesOf(bytesOf(hex))
        .list.filter(({ bytes }) => isWhole(bytes, 0))
        .map(({ bytes }) => [bytes, der(bytes)]),
  };
};
