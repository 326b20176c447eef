import type { Words } from './index';

/** The words of one repair, for every door alike. */
export const repairWords = ({ lookUp }: Words, repair: string) => ({
  title: lookUp(`repair.${repair}.title`) ?? repair,
  does: lookUp(`repair.${repair}.does`),
  changes: lookUp(`repair.${repair}.changes`),
  risk: lookUp(`repair.${repair}.risk`),
  undo: lookUp(`repair.${repair}.undo`),
});

/** How it ended, and why; the missing precondition is named when there is one. */
export const outcomeWords = (
  { lookUp }: Words,
  { kind, why, need }: { kind: string; why: string | null; need: string | null },
) => ({
  kind: lookUp(`repair.outcome.${kind}`) ?? kind,
  why: why === null ? null : lookUp(`repair.why.${why}`),
  need: need === null ? null : lookUp(`need.${need}`),
});

/** What we refuse by name, why, and what to do instead. */
export const refusedWords = ({ lookUp }: Words, id: string) => ({
  title: lookUp(`refused.${id}.title`) ?? id,
  why: lookUp(`refused.${id}.why`),
  instead: lookUp(`refused.${id}.instead`),
});
