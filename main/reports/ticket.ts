import { firstCauseWords } from '../../strings/first-cause-words';
import type { Words } from '../../strings/index';
import type { ExplainedCode } from '../core/diagnosis';
import type { Evidence, Finding } from '../core/finding';
import { fieldWords, toldWords, triedWords } from './circumstances';
import { structureWords } from './code-words';
import { findingWords, ownerWords } from './finding-words';
import { gapGroups } from './gaps';
import { verdictLine } from './json';
import type { Report } from './report';
import { tellStory, type Chapter } from './story';
import { momentOf } from './times';
import { listed } from '../../strings/listed';

/** Ticket systems break on control characters, and a value of the device must not start a line of its own. */
const oneLine = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- these are what is taken out
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ').trim();

const row = (label: string, value: string, words: Words): string =>
  words.say('report.row', { label, value: oneLine(value) });

const aboutLines = ({ about, diagnosis, supportCode }: Report, words: Words): string[] => [
  row(words.say('report.support-code'), supportCode, words),
  ...about.map(({ id, value, masked }) =>
    row(
      words.say(`about.${id}`),
      masked ? words.say('report.masked-value', { value }) : value,
      words,
    ),
  ),
  row(words.say('report.join'), words.lookUp(`join.${diagnosis.join.type}`) ?? '', words),
  row(words.say('report.prt'), words.say(`report.prt.${diagnosis.prt.state}`), words),
  row(
    words.say('report.read-at'),
    diagnosis.observedAt === null
      ? words.say('report.read-at.unknown')
      : momentOf(diagnosis.observedAt, words.language),
    words,
  ),
];

const evidenceText = (evidence: Evidence, words: Words): string => {
  const { field, value } = fieldWords(evidence, words);
  return words.say('report.evidence', { field: oneLine(field), value: oneLine(value) });
};

/** Their own lines stay their own lines, but none of them can pass for one of ours. */
const noteLines = (note: string): string[] =>
  note
    .split(/\r\n|\r|\n/u)
    .map(oneLine)
    .filter((line) => line !== '')
    .map((line) => `> ${line}`);

const triedLines = ({ tried }: Report, words: Words): string[] =>
  tried.flatMap((one) => {
    const { title, lines } = triedWords(one, words);
    return [`- ${oneLine(title)}`, ...lines.map((line) => `    - ${oneLine(line)}`)];
  });

const chapterLines = (
  { finding, consequences }: Chapter,
  number: number,
  words: Words,
): string[] => {
  const { title, why, next } = findingWords(finding, words);
  const lines: [string, string | null][] = [
    [words.say('report.severity'), marksOf(finding, words)],
    [words.say('report.why'), why],
    [words.say('report.owner'), ownerWords(finding.owner, words)],
    [words.say('report.next'), next],
    [
      words.say('report.seen'),
      finding.evidence.map((each) => evidenceText(each, words)).join('; ') || null,
    ],
    [words.say('report.codes'), finding.codes.join(', ') || null],
    [words.say('report.id'), finding.id],
  ];
  return [
    words.say('report.numbered', { number, title }),
    ...lines.flatMap(([label, value]) =>
      value === null ? [] : [`   ${row(label, value, words)}`],
    ),
    ...consequences.map(
      (each) =>
        `   - ${words.say('report.consequence', { title: findingWords(each, words).title, id: each.id })}`,
    ),
  ];
};

export const marksOf = ({ severity, certainty }: Finding, words: Words): string =>
  `${words.say(`severity.${severity}`)}, ${words.say(`certainty.${certainty}`)}`;

export const codeText = (code: ExplainedCode, words: Words): string =>
  code.meaning === '' ? structureWords(code.structure, words).meaning : code.meaning;

const section = (title: string, lines: string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines];

/** The text for a ticket: what is wrong, since when, who can mend it, and what was not seen. */
export const ticketText = (report: Report, words: Words): string => {
  const { diagnosis, masked, version, madeAt } = report;
  const chapters = tellStory(diagnosis.findings, diagnosis.rootCause);
  const unread = firstCauseWords(diagnosis.firstCause?.unread, words);
  return [
    words.say('report.title'),
    row(words.say('report.verdict'), verdictLine(diagnosis.state, words), words),
    ...aboutLines(report, words),
    ...(report.minutes === null
      ? []
      : [words.say('report.call-minutes', { minutes: report.minutes })]),
    ...section(
      words.say(report.minutes === null ? 'report.note' : 'report.notes'),
      noteLines(report.note),
    ),
    ...section(
      words.say('report.findings'),
      chapters.flatMap((chapter, at) => chapterLines(chapter, at + 1, words)),
    ),
    ...(unread === null ? [] : ['', unread]),
    ...section(
      words.say('report.told'),
      toldWords(report, words).map((line) => `- ${oneLine(line)}`),
    ),
    ...section(words.say('report.tried'), triedLines(report, words)),
    ...section(
      words.say('report.all-codes'),
      diagnosis.codes.map(
        (code) => `- ${code.code} (${oneLine(code.field)}): ${codeText(code, words)}`,
      ),
    ),
    ...section(
      words.say('report.gaps'),
      gapGroups(diagnosis.gaps, words).map(
        ({ reason, names }) => `- ${reason} ${listed(names, words)}`,
      ),
    ),
    '',
    maskedLine(masked, words),
    words.say('report.made', { version, moment: momentOf(madeAt, words.language) }),
    '',
  ].join('\n');
};

/** What was masked is always said, so that nobody looks for a name that does not exist. */
export const maskedLine = (masked: Report['masked'], words: Words): string =>
  masked.length === 0
    ? words.say('report.nothing-masked')
    : words.say('report.masked', {
        groups: listed(
          masked.map((group) => words.say(`report.mask.${group}`)),
          words,
        ),
      });
