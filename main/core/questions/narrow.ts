import { counts } from '../chain';
import { links, type Rule } from '../finding';
import { rules } from '../rules/index';
import { expectedOf, type Expected, type Question, type ToldAnswer } from './question';
import { questions } from './table';

export interface Told {
  question: string;
  answer: ToldAnswer;
}

export interface Candidate {
  rule: Rule;
  /** Its part of all the weight, 0 to 1: an order among causes, never a measured chance. */
  share: number;
  /** How many answers are such as this cause would give, and how many it would not. */
  fits: number;
  against: number;
}

export interface Narrowed {
  /** Every cause that still matters, the best first. */
  remaining: Candidate[];
  /** The one cause that the answers point to; null while there is none. */
  leading: Candidate | null;
  /** The question that tells most about what remains; null when none would change much. */
  next: Question | null;
}

/** What can be the root cause at all: what counts for the verdict. */
export const causes: readonly Rule[] = rules.filter(counts);

const byId = new Map(questions.map((question) => [question.id, question]));

export const isQuestion = (id: string): boolean => byId.has(id);

/**
 * How likely a caller with this cause says yes. Never 0 or 1: people mishear, and look at the wrong clock, so
 * that one wrong answer must not lose the truth for good.
 */
const sayYes: Readonly<Record<Expected, number>> = { yes: 0.93, no: 0.07, either: 0.5 };

/** What stops work is what people call about; what was hardly ever the only fault comes after it. */
const weightOf = ({ severity }: Rule): number => (severity === 'broken' ? 3 : 1);

/** Less than this part of the best one, and a cause is no longer spoken of. */
const matters = 0.12;
/** The best must be this many times as heavy as the second to be called the cause. */
const lead = 3;
/** A question that tells less than this is not worth a caller's patience. */
const leastGain = 0.08;
/** Nobody is asked more than this. */
export const mostQuestions = 12;
/** What is easy to answer is asked first, where it tells nearly as much. */
const patience = { 1: 1, 2: 0.85, 3: 0.7 } as const;

const answersTo = (told: readonly Told[]): [Question, 'yes' | 'no'][] =>
  told.flatMap(({ question, answer }): [Question, 'yes' | 'no'][] => {
    const known = byId.get(question);
    return known === undefined || answer === 'unknown' ? [] : [[known, answer]];
  });

const entropy = (weights: readonly number[]): number => {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.reduce((sum, weight) => {
    const part = all === 0 ? 0 : weight / all;
    return part === 0 ? sum : sum - part * Math.log2(part);
  }, 0);
};

/** By how much this question narrows what remains, whichever way it is answered. */
export const gainOf = (question: Question, candidates: readonly Candidate[]): number => {
  const yes = candidates.map(({ rule, share }) => share * sayYes[expectedOf(question, rule)]);
  const no = candidates.map(({ share }, at) => share - (yes[at] ?? 0));
  const part = (weights: readonly number[]) => weights.reduce((sum, weight) => sum + weight, 0);
  const before = entropy(candidates.map(({ share }) => share));
  return before - part(yes) * entropy(yes) - part(no) * entropy(no);
};

const bestQuestion = (told: readonly Told[], candidates: readonly Candidate[]): Question | null => {
  if (told.length >= mostQuestions) return null;
  const asked = new Set(told.map(({ question }) => question));
  const [best] = questions
    .filter(({ id }) => !asked.has(id))
    .map((question) => ({ question, gain: gainOf(question, candidates) }))
    .filter(({ gain }) => gain >= leastGain)
    .sort((a, b) => b.gain * patience[b.question.effort] - a.gain * patience[a.question.effort]);
  return best?.question ?? null;
};

const byShare = (one: Candidate, other: Candidate): number =>
  other.share - one.share ||
  links.indexOf(one.rule.link) - links.indexOf(other.rule.link) ||
  one.rule.id.localeCompare(other.rule.id);

const judge = (answers: readonly [Question, 'yes' | 'no'][]): Candidate[] => {
  const weighed = causes.map((rule) => {
    const expected = answers.map(([question, answer]) => [expectedOf(question, rule), answer]);
    return {
      rule,
      weight: answers.reduce((weight, [question, answer]) => {
        const yes = sayYes[expectedOf(question, rule)];
        return weight * (answer === 'yes' ? yes : 1 - yes);
      }, weightOf(rule)),
      fits: expected.filter(([one, answer]) => one === answer).length,
      against: expected.filter(([one, answer]) => one !== 'either' && one !== answer).length,
    };
  });
  const all = weighed.reduce((sum, { weight }) => sum + weight, 0);
  return weighed
    .map(({ rule, weight, fits, against }) => ({ rule, share: weight / all, fits, against }))
    .sort(byShare);
};

/** What can still be the cause after these answers, and what to ask next. */
export const narrow = (told: readonly Told[]): Narrowed => {
  const answers = answersTo(told);
  const all = judge(answers);
  const [first, second] = all;
  const remaining = all.filter(({ share }) => share >= matters * (first?.share ?? 0));
  const leads = first !== undefined && first.share >= lead * (second?.share ?? 0);
  const leading = answers.length > 0 && leads && first.against === 0 ? first : null;
  const done = leading !== null && leading.share >= 0.6;
  return { remaining, leading, next: done ? null : bestQuestion(told, remaining) };
};

/** The answers that speak for a cause: they are what its evidence consists of. */
export const supportOf = (told: readonly Told[], rule: Rule): Told[] =>
  told.filter(({ question, answer }) => {
    const known = byId.get(question);
    return known !== undefined && answer !== 'unknown' && expectedOf(known, rule) === answer;
  });
