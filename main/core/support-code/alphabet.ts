/**
 * 29 signs that are told apart in every hand and every voice: of each pair that is easily taken for one
 * another (O and 0, I or L and 1, Z and 2, S and 5, B and 8, V and U) only one is used. The number of
 * signs is a prime, which is what the check signs stand on.
 */
export const signs = '0123456789ACDEFGHJKMNPQRTUWXY';
export const base = signs.length;

/** What a listener may have written instead; it is named in the refusal, never silently read as the other. */
const lookAlikes: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  B: '8',
  V: 'U',
};
export const lookAlikeOf = (sign: string): string | null => lookAlikes[sign] ?? null;

export const valueOfSign = (sign: string): number => signs.indexOf(sign);
export const signOf = (value: number): string => signs[value] ?? '';

const modulo = (value: number): number => ((value % base) + base) % base;

/** Longer words would give two places the same weight, and a swap of those would pass. */
export const mostSigns = 28;

/** What the two sums come to. Not zero, or a row of zeros would be a code that says "healthy". */
const wholeSum = 11;
const wholeWeighted = 17;

const sumOf = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const weightedSumOf = (values: readonly number[]): number =>
  values.reduce((all, value, at) => all + value * (at + 1), 0);

/**
 * Two more values, so that the sum of all and the sum weighted by place are what they must be. One changed
 * sign breaks the first; two signs that changed places break the second, wherever they stand.
 */
export const withChecks = (values: readonly number[]): number[] => {
  const last = values.length + 2;
  const sum = wholeSum - sumOf(values);
  const weighted = wholeWeighted - weightedSumOf(values);
  // x + y = sum and (last - 1)x + last·y = weighted: last times the first less the second leaves x.
  const x = modulo(last * sum - weighted);
  return [...values, x, modulo(sum - x)];
};

export const isWhole = (values: readonly number[]): boolean =>
  modulo(sumOf(values)) === wholeSum && modulo(weightedSumOf(values)) === wholeWeighted;

/** As it is spelt over the phone; digits are said as digits. */
const spoken: Readonly<Record<string, string>> = {
  A: 'Alfa',
  C: 'Charlie',
  D: 'Delta',
  E: 'Echo',
  F: 'Foxtrot',
  G: 'Golf',
  H: 'Hotel',
  J: 'Juliett',
  K: 'Kilo',
  M: 'Mike',
  N: 'November',
  P: 'Papa',
  Q: 'Quebec',
  R: 'Romeo',
  T: 'Tango',
  U: 'Uniform',
  W: 'Whiskey',
  X: 'X-ray',
  Y: 'Yankee',
};
export const spell = (sign: string): string => spoken[sign] ?? sign;
