import { isAscii } from 'node:buffer';
import iconv from 'iconv-lite';
import { guessWestern } from './western';

/** OEM and ANSI code pages a Windows tool may write in. */
export const codePages = [
  437, 850, 852, 866, 932, 936, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258,
] as const;
export type CodePage = (typeof codePages)[number];
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | `cp${CodePage}`;

export interface Decoded {
  text: string;
  encoding: Encoding;
  /** True when some bytes had no meaning in the encoding and are shown as U+FFFD. */
  lossy: boolean;
}

const unknown = '\uFFFD';
const isUnicode = (encoding: Encoding) => encoding.startsWith('utf-');

const strictly = (bytes: Uint8Array, encoding: Encoding, cut: boolean): string | null => {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    return decoder.decode(bytes, { stream: cut });
  } catch {
    return null;
  }
};

const withoutMark = (text: string) => (text.startsWith('\uFEFF') ? text.slice(1) : text);

/** Decodes in an encoding that is known. Never throws; a byte order mark at the start is dropped. */
export const decodeAs = (bytes: Uint8Array, encoding: Encoding): Decoded => {
  if (!isUnicode(encoding)) {
    const text = iconv.decode(Buffer.from(bytes), encoding, { stripBOM: false });
    return { text, encoding, lossy: text.includes(unknown) };
  }
  const exact = strictly(bytes, encoding, false);
  const text = exact ?? new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return { text: withoutMark(text), encoding, lossy: exact === null };
};

const marks: readonly { encoding: Encoding; mark: readonly number[] }[] = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
];

const byMark = (bytes: Uint8Array): Encoding | null =>
  marks.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte))?.encoding ?? null;

const sampleBytes = 8 * 1024;

/** Text of our tools is mostly ASCII, so UTF-16 shows as NUL in every other place and nowhere else. */
const byNulPlaces = (bytes: Uint8Array): Encoding | null => {
  const length = Math.min(bytes.length, sampleBytes);
  const pairs = length >> 1;
  const nuls = [0, 0];
  for (let at = 0; at < pairs * 2; at += 1)
    if (bytes[at] === 0) nuls[at & 1] = (nuls[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  if (odd * 5 >= pairs && odd > 0 && even * 10 < odd) return 'utf-16le';
  if (even * 5 >= pairs && even > 0 && odd * 10 < even) return 'utf-16be';
  return null;
};

/** Valid as a whole, or up to a character the end of the text was cut in. */
const isUtf8 = (bytes: Uint8Array): boolean => {
  if (strictly(bytes, 'utf-8', false) !== null) return true;
  const kept = strictly(bytes, 'utf-8', true);
  // Without one whole character as witness, a last byte is as well a letter of a code page.
  return kept !== null && /[^\0-\x7f]/.test(kept);
};

/** UTF-8 with a few damaged places: far more whole characters than broken ones. */
const isDamagedUtf8 = (bytes: Uint8Array): boolean => {
  const sample = bytes.subarray(0, sampleBytes * 8);
  const foreign = new TextDecoder('utf-8').decode(sample).match(/[^\0-\x7f]/gu) ?? [];
  const broken = foreign.filter((char) => char === unknown).length;
  return foreign.length - broken > broken * 2;
};

const asciiOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/**
 * Decodes on purpose, in this order: byte order mark; NUL places; valid UTF-8, which no code page
 * text of some length is by chance; the code page the caller knows; UTF-8 with damage; and at last a
 * guess between Western OEM and ANSI. Nothing here depends on the machine it runs on.
 */
export const decode = (bytes: Uint8Array, hint?: CodePage): Decoded => {
  // Most of what tools say is plain ASCII, which reads the same in all of them.
  if (isAscii(bytes) && !bytes.includes(0))
    return { text: asciiOf(bytes), encoding: 'utf-8', lossy: false };
  const unicode = byMark(bytes) ?? byNulPlaces(bytes) ?? (isUtf8(bytes) ? 'utf-8' : null);
  if (unicode !== null) return decodeAs(bytes, unicode);
  if (hint !== undefined) return decodeAs(bytes, `cp${hint}`);
  if (isDamagedUtf8(bytes)) return decodeAs(bytes, 'utf-8');
  return decodeAs(bytes, guessWestern(bytes));
};

// Tab, line ends, form feed, backspace, end-of-file mark and escape occur in captured console text.
// eslint-disable-next-line no-control-regex
const controls = /[\x00-\x07\x0e-\x19\x1c-\x1f\x7f\ufffd]/g;

/** Whether the bytes are no text at all, in any encoding we read; a few strange signs are only damage. */
export const looksBinary = (bytes: Uint8Array): boolean => {
  if (bytes.length === 0) return false;
  const { text } = decode(bytes.subarray(0, sampleBytes));
  const strange = text.match(controls)?.length ?? 0;
  return strange * 20 > text.length;
};
