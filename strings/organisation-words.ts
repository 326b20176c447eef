import type {
  OrganisationNoticeView,
  OrganisationProblemView,
} from '../preload/contract-organisation';
import type { Words } from './index';

const expectedWords = (
  { code, expected, choices }: OrganisationProblemView,
  { say, lookUp }: Words,
): string => {
  if (code === 'cannot-read') return expected ?? '';
  if (code === 'not-json')
    return lookUp(`organisation.json.${expected ?? ''}`) ?? say('organisation.json.other');
  if (choices.length > 0) return say('organisation.one-of', { choices: choices.join(', ') });
  return lookUp(`organisation.expected.${expected ?? ''}`) ?? say('organisation.expected.other');
};

/** What is wrong with an organisation's file, where, and what to do about it. */
const problemWords = (problem: OrganisationProblemView, words: Words): string => {
  const { code, key, choices, line, column } = problem;
  const sentence = words.say(`organisation.problem.${code}`, {
    key: key === '' ? words.say('organisation.whole') : key,
    choices: choices[0] ?? 'none',
    expected: expectedWords(problem, words),
  });
  if (line === null || column === null) return sentence;
  return words.say('organisation.at', {
    problem: sentence,
    line: String(line),
    column: String(column),
  });
};

/** Why a file that is there was not used: one sentence for the page and the terminal alike. */
export const organisationNotice = (
  { kind, path, problem }: OrganisationNoticeView,
  words: Words,
): string =>
  words.say(`organisation.notice.${kind}`, {
    path,
    problem: problem === null ? '' : problemWords(problem, words),
  });
