import { standsOnLinks } from '../chain';
import type { Link, Rule } from '../finding';

/** What a person on the phone can answer. "I do not know" is an answer too, and it tells nothing. */
export type ToldAnswer = 'yes' | 'no' | 'unknown';
/** What a caller would say if this were the cause; `either` where both are possible. */
export type Expected = 'yes' | 'no' | 'either';

/**
 * A question to be asked by voice. Entries of the lists are ids of findings, or links of the chain that stand
 * for all findings on them; an id says more than its link. Words are found by `ask.<id>.say`, `.sees`, `.ask`.
 */
export interface Question {
  id: string;
  /** How much is asked of the caller: 1 they know it, 2 they look, 3 they type. */
  effort: 1 | 2 | 3;
  /** It asks whether this link works: whatever breaks it, or what it stands on, is answered with no. */
  works?: Link;
  yes?: readonly string[];
  no?: readonly string[];
  either?: readonly string[];
  /** What every other cause expects, where nothing above says it. */
  rest?: Expected;
}

const lists = ['yes', 'no', 'either'] as const;

const named = (question: Question, name: string): Expected | null =>
  lists.find((list) => question[list]?.includes(name) ?? false) ?? null;

/** By the chain: what is broken upstream of a link keeps it from working, what is only impaired may. */
const byChain = (link: Link, rule: Rule): Expected => {
  const reaches = rule.link === link || standsOnLinks(link).has(rule.link);
  if (!reaches) return 'yes';
  return rule.severity === 'broken' ? 'no' : 'either';
};

/** What a caller would answer if this rule named the cause. */
export const expectedOf = (question: Question, rule: Rule): Expected =>
  named(question, rule.id) ??
  named(question, rule.link) ??
  (question.works === undefined ? (question.rest ?? 'either') : byChain(question.works, rule));
