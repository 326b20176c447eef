import { guideWords, lineWords } from '../../strings/guide-words';
import type { Words } from '../../strings/index';
import type { Report, Tried } from './report';
import { momentOf } from './times';

/** What happened around a look, as a reader is told it: the same for a ticket and a page. */

/** Lines of a journal that say what was done and how it ended; the rest is the way there. */
const telling: ReadonlySet<string> = new Set([
  'act-ended',
  'told',
  'chose',
  'skipped',
  'gave-up',
  'not-yet',
  'kept',
]);

const outcomeOf = ({ how, dryRun, helped }: Tried, words: Words): string =>
  [
    how === null ? words.say('report.tried.open') : words.say(`guide.end.${how}`),
    ...(dryRun ? [words.say('report.tried.only-shown')] : []),
    ...(helped === null ? [] : [words.say(`report.tried.helped.${helped}`)]),
  ].join('; ');

export interface TriedWords {
  title: string;
  lines: string[];
}

export const triedWords = (tried: Tried, words: Words): TriedWords => ({
  title: words.say('report.tried.guide', {
    moment: Number.isNaN(Date.parse(tried.at))
      ? tried.at
      : momentOf(Date.parse(tried.at), words.language),
    title: guideWords(words, tried.guide).title,
    outcome: outcomeOf(tried, words),
  }),
  lines: tried.lines
    .filter(({ event }) => telling.has(event))
    .map((line) => lineWords(words, tried.guide, line)),
});

/** Each question that was answered, with its answer. */
export const toldWords = ({ told }: Report, words: Words): string[] =>
  told.map(({ question, answer }) =>
    words.say('questions.told', {
      question: words.lookUp(`ask.${question}.say`) ?? question,
      answer: words.say(`questions.${answer}`),
    }),
  );

/** A question as evidence: its words stand for the id. */
export const fieldWords = (
  { source, field, value }: { source: string; field: string; value: string },
  words: Words,
): { field: string; value: string } =>
  source === 'told-by-caller'
    ? {
        field: words.lookUp(`ask.${field}.say`) ?? field,
        value: words.lookUp(`questions.${value}`) ?? value,
      }
    : { field, value };
