import type { Row } from './description';

/** The part of WQL that our questions use: words, numbers, `=`, `LIKE`, `IS NOT NULL`, `AND`, `OR`. */
type Test = (row: Row) => boolean;

const valueOf = (text: string): string | number | boolean => {
  if (/^'.*'$/s.test(text)) return text.slice(1, -1).replaceAll('\\\\', '\\');
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return Number(text);
};

const like = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('%', '.*')
      .replaceAll('_', '.')}$`,
    'is',
  );

const same = (one: unknown, other: unknown) =>
  typeof one === 'string' && typeof other === 'string'
    ? one.toLowerCase() === other.toLowerCase()
    : one === other;

const toTest = (text: string): Test => {
  const [, name = '', operator = '', operand = ''] =
    /^(\w+)\s*(=|LIKE|IS NOT NULL)\s*(.*)$/is.exec(text.trim()) ?? [];
  if (name === '') throw new Error(`cannot weigh: ${text}`);
  if (operator.toUpperCase() === 'IS NOT NULL') return (row) => (row[name] ?? null) !== null;
  const wanted = valueOf(operand.trim());
  if (operator === '=') return (row) => same(row[name], wanted);
  const shape = like(String(wanted));
  return (row) => shape.test(String(row[name] ?? ''));
};

const split = (text: string, word: RegExp): string[] => {
  // Words inside quotation marks are data.
  const parts: string[] = [];
  let rest = '';
  for (const piece of text.split(/('(?:[^']|'')*')/)) {
    if (piece.startsWith("'")) rest += piece;
    else {
      const [first = '', ...more] = piece.split(word);
      rest += first;
      for (const next of more) {
        parts.push(rest);
        rest = next;
      }
    }
  }
  return [...parts, rest];
};

const parse = (query: string): { from: string; test: Test } => {
  const [, from = '', where] = /^SELECT .+ FROM (\w+)(?: WHERE (.+))?$/is.exec(query) ?? [];
  if (where === undefined) return { from, test: () => true };
  const anyOf = split(where, /\sOR\s/i).map((part) => split(part, /\sAND\s/i).map(toTest));
  return { from, test: (row) => anyOf.some((allOf) => allOf.every((test) => test(row))) };
};

export const classOf = (query: string): string => parse(query).from;

/** The rows a question would get, with the properties it asks for. */
export const select = (
  rows: readonly Row[],
  query: string,
  properties: readonly string[],
): Row[] => {
  const { test } = parse(query);
  return rows
    .filter(test)
    .map((row) => Object.fromEntries(properties.map((name) => [name, row[name] ?? null])));
};
