import type { KeptLook, Since } from '../history';
import { headline } from '../reports/json';
import type { Words } from '../../strings/index';
import { comparisonJson, dateAt, dateOf, showComparison } from './show-comparison';
import type { Terminal } from './terminal';
import { wrap } from './wrap';

export interface HistoryShown {
  /** Newest first. */
  looks: readonly KeptLook[];
  damaged: number;
  /** What changed before the newest of them; null where there is none. */
  since: Since | null;
}

const sinceText = (since: Since, newest: KeptLook, terminal: Terminal): string | null => {
  const { words } = terminal;
  switch (since.kind) {
    case 'changed':
      return [
        words.say('history.intro', { moment: dateOf(since.before, words) }),
        '',
        showComparison(since.before, newest, since.comparison, terminal),
      ].join('\n');
    case 'never-worked':
      return words.say('history.never-worked', { moment: dateAt(since.oldest, words) });
    case 'no-fault':
      return null;
    default:
      return words.say(`history.${since.kind}`);
  }
};

export const showHistory = (
  { looks, damaged, since }: HistoryShown,
  terminal: Terminal,
): string => {
  const { words, width } = terminal;
  const [newest] = looks;
  const rows = looks.map((look) =>
    words.say('terminal.history.row', {
      moment: dateOf(look, words),
      verdict: headline(look.diagnosis, words),
    }),
  );
  const told = since === null || newest === undefined ? null : sinceText(since, newest, terminal);
  return [
    ...(rows.length === 0 ? [words.say('terminal.history.none')] : rows),
    ...(damaged === 0 ? [] : [words.say('terminal.history.damaged', { count: damaged })]),
    ...(told === null ? [] : ['', told]),
    '',
  ]
    .map((line) => (line.includes('\n') ? line : wrap(line, width)))
    .join('\n');
};

export const historyJson = ({ looks, damaged, since }: HistoryShown, words: Words) => {
  const [newest] = looks;
  return {
    schema: 1 as const,
    looks: looks.map(({ at, diagnosis }) => ({
      at: new Date(at).toISOString(),
      state: diagnosis.state,
      headline: headline(diagnosis, words),
      rootCause: diagnosis.rootCause,
    })),
    damaged,
    since:
      since === null || newest === undefined
        ? null
        : {
            kind: since.kind,
            ...(since.kind === 'never-worked'
              ? { oldest: new Date(since.oldest).toISOString() }
              : {}),
            ...(since.kind === 'changed'
              ? { comparison: comparisonJson(since.before, newest, since.comparison, words) }
              : {}),
          },
  };
};
