const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isLess = (value: unknown) => value === null || value === 'unknown';

/** With the first witness gone, a second one may speak in its own words, if the fact says who does. */
const isAnotherWitness = (whole: Record<string, unknown>, muted: Record<string, unknown>) =>
  ['witness', 'from'].some(
    (name) => typeof whole[name] === 'string' && whole[name] !== muted[name] && name in muted,
  );

/** A score may fall when it says how much of it is open. */
const isLessDecided = (whole: Record<string, unknown>, muted: Record<string, unknown>) =>
  Number(muted.undecided) > Number(whole.undecided) && Number(muted.points) <= Number(whole.points);

/**
 * Facts that are said with less evidence and were not said with all of it. Less is allowed: null,
 * "unknown", or `cut`. Something else is a claim, and an empty list claims that there is none.
 */
export const claims = (whole: unknown, muted: unknown, path = ''): string[] => {
  if (isLess(muted) || Object.is(whole, muted)) return [];
  if (path.endsWith('.cut') && muted === true) return [];
  if (isObject(whole) && isObject(muted)) {
    if (isAnotherWitness(whole, muted) || isLessDecided(whole, muted)) return [];
    // A list that says of itself that it is not whole may be shorter.
    const excused = muted.cut === true && whole.cut !== true ? ['events'] : [];
    return [...new Set([...Object.keys(whole), ...Object.keys(muted)])]
      .filter((key) => !excused.includes(key))
      .flatMap((key) => claims(whole[key], muted[key], `${path}.${key}`));
  }
  if (Array.isArray(whole) && Array.isArray(muted) && whole.length === muted.length)
    return whole.flatMap((entry, at) => claims(entry, muted[at], `${path}[${at}]`));
  return [`${path}: ${JSON.stringify(whole)} -> ${JSON.stringify(muted)}`];
};
