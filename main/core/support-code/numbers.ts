import numbers from './numbers.json';

/**
 * The number of a finding in a support code is its place in this list. No line is ever moved, renamed or
 * removed, also of a rule that is gone: codes written down years ago must stay readable.
 * `npm run number-findings` adds the lines of new rules.
 */
export const numberedFindings: readonly string[] = numbers;
