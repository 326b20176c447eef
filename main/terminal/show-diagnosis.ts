import { firstCauseWords } from '../../strings/first-cause-words';
import { structureWords } from '../reports/code-words';
import { findingWords } from '../reports/finding-words';
import { verdictLine } from '../reports/json';
import { tellStory } from '../reports/story';
import type { Diagnosis, ExplainedCode } from '../core/diagnosis';
import type { Evidence, Finding } from '../core/finding';
import { gapLines } from './gap-lines';
import { colourOfSeverity, colourOfState } from './paint';
import { table } from './table';
import type { Terminal } from './terminal';
import { printable, wrap } from './wrap';

const minute = 60_000;

/** Age in the largest unit that still says something. */
const ageOf = (
  observedAt: number,
  now: number,
): { count: number; unit: 'minute' | 'hour' | 'day' } => {
  const minutes = Math.max(0, Math.round((now - observedAt) / minute));
  if (minutes < 120) return { count: minutes, unit: 'minute' };
  return minutes < 2880
    ? { count: Math.round(minutes / 60), unit: 'hour' }
    : { count: Math.round(minutes / 1440), unit: 'day' };
};

const about = (diagnosis: Diagnosis, { words, now }: Terminal): string => {
  const { join, observedAt, findings } = diagnosis;
  const problems = findings.filter(
    ({ severity, causedBy }) => severity !== 'notice' && causedBy === null,
  );
  // "No problems" would read like a clean bill where too little was seen.
  const counted = problems.length > 0 || diagnosis.state !== 'unknown';
  const parts = [
    ...(counted ? [words.say('terminal.show.problems', { count: problems.length })] : []),
    words.lookUp(`join.${join.type}`) ?? join.type,
  ];
  if (observedAt !== null) parts.push(words.say('terminal.show.age', ageOf(observedAt, now())));
  return parts.join(' · ');
};

const evidenceLine = ({ field, value, line }: Evidence, { words }: Terminal): string =>
  words.say(line === undefined ? 'terminal.show.evidence' : 'terminal.show.evidence-at', {
    field: printable(field),
    value: printable(value),
    line: String(line ?? ''),
  });

const card = (
  finding: Finding,
  number: number,
  consequences: Finding[],
  terminal: Terminal,
): string => {
  const { words, paint, width } = terminal;
  const { title, why, next } = findingWords(finding, words);
  const mark = `${words.say(`severity.${finding.severity}`)}, ${words.say(`certainty.${finding.certainty}`)}`;
  const rows: (readonly [string, string])[] = [
    ...(why === null ? [] : [[words.say('terminal.show.why'), why] as const]),
    [words.say('terminal.show.who'), words.say(`owner.${finding.owner}`)],
    ...(next === null ? [] : [[words.say('terminal.show.next'), next] as const]),
    ...finding.evidence.map(
      (evidence, at) =>
        [
          at === 0 ? words.say('terminal.show.seen') : '',
          evidenceLine(evidence, terminal),
        ] as const,
    ),
  ];
  const lines = [
    wrap(
      `${number}. ${paint(colourOfSeverity[finding.severity], title)} (${mark})`,
      width,
      '   ',
      '',
    ),
    table(
      rows.map(([left, right]) => [` ${left}`, right] as const),
      width,
    ),
  ];
  if (consequences.length > 0)
    lines.push(wrap(words.say('terminal.show.consequences'), width, '   '));
  for (const each of consequences)
    lines.push(wrap(findingWords(each, words).title, width, '       ', '     - '));
  return lines.join('\n');
};

const codeLine = (code: ExplainedCode, { words }: Terminal): readonly [string, string] => {
  const plain = code.meaning === '' ? structureWords(code.structure, words).meaning : code.meaning;
  return [code.code, `${printable(code.field)}: ${plain}`];
};

const list = (title: string, lines: string[], { paint, width }: Terminal): string[] =>
  lines.length === 0
    ? []
    : ['', paint('bold', title), ...lines.map((line) => wrap(line, width, '    ', '  - '))];

const codeTable = (codes: readonly ExplainedCode[], terminal: Terminal): string[] => {
  const once = [...new Map(codes.map((code) => [`${code.code} ${code.field}`, code])).values()];
  return once.length === 0
    ? []
    : [
        '',
        terminal.paint('bold', terminal.words.say('terminal.show.codes')),
        table(
          once.map((code) => codeLine(code, terminal)),
          terminal.width,
        ),
      ];
};

/** Verdict first, then the root cause with who and what next, the rest after it, and what was not read. */
export const showDiagnosis = (diagnosis: Diagnosis, terminal: Terminal): string => {
  const { words, paint, width } = terminal;
  const { findings, rootCause, firstCause } = diagnosis;
  const unread = firstCauseWords(firstCause?.unread, words);
  const cards = tellStory(findings, rootCause).flatMap(({ finding, consequences }, at) => [
    '',
    card(finding, at + 1, consequences, terminal),
  ]);
  return [
    paint(colourOfState[diagnosis.state], wrap(verdictLine(diagnosis.state, words), width)),
    wrap(about(diagnosis, terminal), width),
    ...cards,
    ...(unread === null ? [] : ['', wrap(unread, width)]),
    ...codeTable(diagnosis.codes, terminal),
    ...list(words.say('terminal.show.gaps'), gapLines(diagnosis.gaps, words), terminal),
    ...list(
      words.say('terminal.show.unrecognised'),
      diagnosis.unrecognised.map(printable),
      terminal,
    ),
    '',
  ].join('\n');
};
