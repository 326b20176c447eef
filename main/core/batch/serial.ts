/** What makers leave in place of a number. Such a word would make one device of many. */
const fillers = new Set([
  '0',
  '00000000',
  '0123456789',
  '123456789',
  'CHASSIS SERIAL NUMBER',
  'DEFAULT STRING',
  'INVALID',
  'N/A',
  'NONE',
  'NOT APPLICABLE',
  'NOT SPECIFIED',
  'OEM',
  'SERIAL NUMBER',
  'SYSTEM SERIAL NUMBER',
  'TO BE FILLED BY O.E.M.',
  'UNKNOWN',
]);
const longest = 64;

export type SerialProblem = 'no-serial' | 'filler' | 'damaged-number' | 'unreadable' | 'too-long';

export type SerialRead = { ok: true; serial: string } | { ok: false; why: SerialProblem };

/** A table program turned a long number into its short form; the digits are lost. */
const shortened = /^\d[.,]?\d*E\+\d+$/u;
// eslint-disable-next-line no-control-regex -- control characters are what is being refused
const unreadable = /[\u0000-\u001f\u007f-\u009f\ufffd]/u;

/** The number by which a device is known on every sheet: capitals, without blanks around it. */
export const readSerial = (text: string): SerialRead => {
  const serial = text
    .replace(/[\u200b-\u200f\u2060\ufeff]/gu, '')
    .trim()
    .replace(/\s+/gu, ' ')
    .toUpperCase();
  if (serial === '') return { ok: false, why: 'no-serial' };
  if (unreadable.test(text.trim())) return { ok: false, why: 'unreadable' };
  if (serial.length > longest) return { ok: false, why: 'too-long' };
  if (fillers.has(serial)) return { ok: false, why: 'filler' };
  return shortened.test(serial) ? { ok: false, why: 'damaged-number' } : { ok: true, serial };
};
