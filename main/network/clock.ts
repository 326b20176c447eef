import { kerberosToleranceMs } from '../core/clocks';

export { looksLikeTimeZone } from '../core/clocks';

/** `20261121030405.0Z` and `20261121030405Z`, the GeneralizedTime of directories and KDCs. */
export const berTime = (said: string | null): number | null => {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/.exec(said ?? '');
  if (!parts) return null;
  const [, year, month, day, hour, minute, second] = parts.map(Number);
  const ms = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second);
  // The calendar would turn 31 February into a day in March; such a time is nobody's clock.
  return new Date(ms).toISOString().replace(/\D/g, '').startsWith(parts.slice(1).join(''))
    ? ms
    : null;
};

export type ClockState = 'right' | 'tolerable' | 'apart';

/** How far another clock is ahead of ours, taken at the middle of question and answer. */
export const offsetOf = (theirs: number, asked: number, answered: number): number =>
  Math.round(theirs - (asked + answered) / 2);

export const clockState = (offsetMs: number): ClockState => {
  const apart = Math.abs(offsetMs);
  if (apart >= kerberosToleranceMs) return 'apart';
  return apart >= kerberosToleranceMs / 5 ? 'tolerable' : 'right';
};
