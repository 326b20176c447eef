/** One value under the path that leads to it. Null is "the device did not say". */
export interface FlatFact {
  name: string;
  value: string | null;
}

const mostFacts = 2_000;
const mostCharacters = 2_000;
const deepest = 12;

/** Numbers of milliseconds between the years 2000 and 2100; no count of anything here is that large. */
const earliest = Date.UTC(2000, 0, 1);
const latest = Date.UTC(2100, 0, 1);
/** But bytes can be: a disk of a terabyte looks like a day in 2001. */
const amounts = /size|free|memory|bytes|space|capacity/i;

const isMoment = (name: string, value: number) =>
  Number.isInteger(value) && value >= earliest && value <= latest && !amounts.test(name);

const textOf = (name: string, value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (typeof value === 'number' && isMoment(name, value)) return new Date(value).toISOString();
  const text = String(value);
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)} …` : text;
};

const isBranch = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Date);

const emptyOf = (value: object) => (Array.isArray(value) ? '[]' : '{}');

const under = (path: string, parent: object, key: string): string => {
  if (Array.isArray(parent)) return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
};

/** A typed value of any shape as rows of name and text, so that no door needs to know the probes. */
export const flatten = (value: unknown): { facts: FlatFact[]; cut: boolean } => {
  const facts: FlatFact[] = [];
  let cut = false;
  const walk = (path: string, leaf: string, node: unknown, depth: number): void => {
    if (facts.length >= mostFacts || depth > deepest) {
      cut = true;
      return;
    }
    if (!isBranch(node)) {
      facts.push({ name: path, value: textOf(leaf, node) });
      return;
    }
    const entries = Object.entries(node);
    if (entries.length === 0) facts.push({ name: path, value: emptyOf(node) });
    for (const [key, child] of entries) {
      if (cut) return;
      walk(under(path, node, key), Array.isArray(node) ? leaf : key, child, depth + 1);
    }
  };
  walk('', '', value, 0);
  return {
    facts: facts.map(({ name, value: text }) => ({ name: name || 'value', value: text })),
    cut,
  };
};
