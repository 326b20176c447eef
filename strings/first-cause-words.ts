import type { Words } from './index';

/** What could not be read before the root cause, in one sentence; null where nothing is missing. */
export const firstCauseWords = (
  unread: readonly string[] | undefined,
  { language, say, lookUp }: Words,
): string | null => {
  if (unread === undefined || unread.length === 0) return null;
  const names = unread.map((link) => lookUp(`stop.${link}`) ?? link);
  const links = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
  return say('first-cause.unread', { links });
};
