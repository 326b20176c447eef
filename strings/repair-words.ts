import type { Words } from './index';

/** What we refuse by name, why, and what to do instead. */
export const refusedWords = ({ lookUp }: Words, id: string) => ({
  title: lookUp(`refused.${id}.title`) ?? id,
  why: lookUp(`refused.${id}.why`) ?? '',
  instead: lookUp(`refused.${id}.instead`) ?? '',
});
