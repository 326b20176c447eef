import { changeWords, listedRelevances } from '../../strings/change-words';
import type { Comparison, Look } from '../core/compare';
import { findingWords } from '../reports/finding-words';
import { headline, verdictLine } from '../reports/json';
import type { Words } from '../../strings/index';
import { colourOfState } from './paint';
import type { Terminal } from './terminal';
import { printable, wrap } from './wrap';

const mostListed = 40;

export const dateAt = (at: number, words: Words): string =>
  new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);

export const dateOf = ({ snapshot }: Look, words: Words): string =>
  snapshot.observedAt === null ? words.say('compare.no-date') : dateAt(snapshot.observedAt, words);

export const showComparison = (
  before: Look,
  after: Look,
  { came, went, changes }: Comparison,
  terminal: Terminal,
): string => {
  const { words, paint, width } = terminal;
  const side = (look: Look) =>
    `${dateOf(look, words)}: ${paint(
      colourOfState[look.diagnosis.state],
      verdictLine(look.diagnosis.state, words),
    )}`;
  const block = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0
      ? []
      : ['', paint('bold', title), ...lines.map((line) => wrap(line, width, '    ', '  - '))];
  const titles = (ids: readonly string[], look: Look) =>
    ids.flatMap((id) => {
      const finding = look.diagnosis.findings.find((one) => one.id === id);
      return finding ? [findingWords(finding, words).title] : [];
    });
  const shown = listedRelevances.flatMap((relevance) => {
    const these = changes.filter((change) => change.relevance === relevance);
    const lines = these.slice(0, mostListed).map((change) => changeWords(change, words, printable));
    const more = these.length - mostListed;
    if (more > 0) lines.push(words.say('terminal.compare.more', { count: more }));
    return block(words.say(`compare.${relevance}`), lines);
  });
  const times = changes.filter(({ relevance }) => relevance === 'time').length;
  return [
    wrap(side(before), width),
    wrap(side(after), width),
    ...block(words.say('compare.came'), titles(came, after)),
    ...block(words.say('compare.went'), titles(went, before)),
    ...shown,
    ...(times > 0 ? ['', wrap(words.say('compare.times', { count: times }), width)] : []),
    ...(changes.length === 0 ? ['', wrap(words.say('compare.same'), width)] : []),
    '',
  ].join('\n');
};

export const comparisonJson = (before: Look, after: Look, comparison: Comparison, words: Words) => {
  const side = ({ snapshot, diagnosis }: Look) => ({
    observedAt: snapshot.observedAt === null ? null : new Date(snapshot.observedAt).toISOString(),
    verdict: {
      state: diagnosis.state,
      headline: headline(diagnosis, words),
      rootCause: diagnosis.rootCause,
    },
  });
  return { schema: 1 as const, before: side(before), after: side(after), ...comparison };
};
