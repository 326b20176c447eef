import type { Tri } from '../../../core/reading';
import type { TestState, Validity } from '../../../core/facts/registration';

/** `YES`, `YES ( StateReady )`, `no`. Every other word (ERROR, UNKNOWN, NOT SET, a cut one) is unknown. */
export const tri = (value: string | undefined): Tri => {
  const word = /^(YES|NO|TRUE|FALSE)(?![A-Za-z])/i.exec(value ?? '')?.[1]?.toUpperCase();
  if (word === 'YES' || word === 'TRUE') return 'yes';
  return word === 'NO' || word === 'FALSE' ? 'no' : 'unknown';
};

const stamp = /(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:\.\d{1,3})?/;

/** `2026-09-09 13:43:37.000 UTC`; people cut the milliseconds. Anything else is null, not a guess. */
export const time = (value: string | undefined): number | null => {
  const match = stamp.exec(value ?? '');
  if (!match) return null;
  const [, year, month, day, hour, minute, second] = match.map(Number);
  const at = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  const back = new Date(at);
  return back.getUTCMonth() === (month ?? 1) - 1 && back.getUTCDate() === day ? at : null;
};

/** `[ start -- end ]` */
export const validity = (value: string | undefined): Validity | null => {
  if (value === undefined) return null;
  const [from, to] = value.split('--');
  return { from: time(from), to: time(to) };
};

/** Hex as printed, lower case. A code at the very end of a cut text must be whole to count. */
export const hexCodes = (value: string, atEnd = false): string[] =>
  [...value.matchAll(/0x([0-9a-fA-F]{1,8})(?![0-9a-fA-Z])/g)]
    .filter(
      (match) =>
        !atEnd || match[1]?.length === 8 || (match.index ?? 0) + match[0].length < value.length,
    )
    .map((match) => match[0].toLowerCase());

export const isZero = (hex: string): boolean => /^0x0+$/.test(hex);

/** AADSTS and MSIS numbers in an error sentence. */
export const serviceCodes = (value: string, atEnd = false): string[] =>
  [...value.matchAll(/\b(?:AADSTS|MSIS)\d{3,8}/gi)]
    .filter((match) => !atEnd || (match.index ?? 0) + match[0].length < value.length)
    .map((match) => match[0].toUpperCase());

export const wholeNumber = (value: string | undefined): number | null =>
  /^\d{1,9}$/.test(value ?? '') ? Number(value) : null;

/** Empty and "NO" mean that there is none; both are kept apart from an absent row by the caller. */
export const filled = (value: string | undefined): string | null =>
  value === undefined || value === '' ? null : value;

export const testState = (value: string | undefined): TestState => {
  const word = /^(PASS|FAIL|SKIPPED)/i.exec(value ?? '')?.[1]?.toUpperCase();
  const states: Record<string, TestState> = { PASS: 'pass', FAIL: 'fail', SKIPPED: 'skipped' };
  return states[word ?? ''] ?? 'unknown';
};
