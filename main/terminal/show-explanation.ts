import type { CodeMeaning, Explanation } from '../core/codes';
import { areaWords, structureWords } from '../reports/code-words';
import { table } from './table';
import type { Terminal } from './terminal';
import { printable, wrap } from './wrap';

const bullets = (title: string, lines: readonly string[], numbered: boolean, width: number) =>
  lines.length === 0
    ? []
    : [
        `  ${title}`,
        ...lines.map((line, at) =>
          wrap(line, width, '       ', numbered ? `    ${at + 1}. ` : '    -  '),
        ),
      ];

const meaningLines = (meaning: CodeMeaning, { words, width }: Terminal): string[] => [
  wrap(meaning.plain, width, '  '),
  '',
  table(
    [
      [words.say('terminal.explain.detail'), meaning.meaning],
      [words.say('terminal.explain.who'), words.say(`owner.${meaning.owner}`)],
      [words.say('terminal.explain.area'), areaWords(meaning.area, words)],
    ],
    width,
  ),
  ...bullets(words.say('terminal.explain.causes'), meaning.causes, false, width),
  ...bullets(words.say('terminal.explain.steps'), meaning.steps, true, width),
  `  ${words.say('terminal.explain.source')} ${meaning.source}`,
];

const others = (title: string, rows: readonly CodeMeaning[], { words, width }: Terminal) =>
  bullets(
    title,
    rows.map(({ code, area, meaning }) => `${code} (${areaWords(area, words)}): ${meaning}`),
    false,
    width,
  );

const suggest = (suggestions: readonly string[], { words, width }: Terminal) =>
  suggestions.length === 0
    ? []
    : [
        wrap(
          words.say('terminal.explain.suggestions', { list: suggestions.join(', ') }),
          width,
          '  ',
        ),
      ];

const body = (explanation: Explanation, terminal: Terminal): string[] => {
  const { words, width } = terminal;
  switch (explanation.kind) {
    case 'known':
      return [
        ...meaningLines(explanation.meaning, terminal),
        ...others(words.say('terminal.explain.others'), explanation.others, terminal),
      ];
    case 'structure': {
      const { meaning, plain } = structureWords(explanation.structure, words);
      return [
        ...new Set([wrap(plain, width, '  '), wrap(meaning, width, '  ')]),
        ...others(words.say('terminal.explain.related'), explanation.related, terminal),
        ...suggest(explanation.suggestions, terminal),
      ];
    }
    case 'matches':
      return others(
        words.say('terminal.explain.matches', {
          total: explanation.total,
          shown: explanation.matches.length,
          more: explanation.total - explanation.matches.length,
        }),
        explanation.matches,
        terminal,
      );
    case 'unknown':
      return [
        wrap(words.say('code.unknown'), width, '  '),
        ...suggest(explanation.suggestions, terminal),
      ];
  }
};

const title = (explanation: Explanation, { paint }: Terminal): string => {
  const { code } = explanation;
  const symbol = explanation.kind === 'known' ? explanation.meaning.symbol : null;
  const known =
    explanation.kind === 'known' && explanation.meaning.code !== code
      ? ` = ${explanation.meaning.code}`
      : '';
  return `${paint('bold', printable(code))}${known}${symbol === null || symbol === code ? '' : `  ${symbol}`}`;
};

export const showExplanation = (explanation: Explanation, terminal: Terminal): string =>
  [title(explanation, terminal), ...body(explanation, terminal), ''].join('\n');
