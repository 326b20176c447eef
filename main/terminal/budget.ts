import { Problem } from './problem';

const usualMs = 300_000;
const longestSeconds = 3600;

/** Seconds a person allows for the whole; the slowest source may take minutes by its maker's word. */
export const budgetFrom = (text: string | undefined): number => {
  if (text === undefined) return usualMs;
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (!(seconds > 0 && seconds <= longestSeconds))
    throw new Problem('terminal.usage.budget', {
      values: { value: text, most: String(longestSeconds) },
    });
  return Math.ceil(seconds * 1000);
};
