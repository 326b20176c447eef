import { preferredAreas, type CodeContext } from './codes/context';
import { formsOf, nameKey, numberKeys, type Form } from './codes/forms';
import { ownerOf } from './codes/owner';
import type { CatalogueRow } from './codes/row';
import { structureOfNumber, structureOfService, type CodeStructure } from './codes/structure';
import type { ExplainedCode } from './diagnosis';
import type { Owner } from './finding';
import { nearest } from './nearest';

export type { CatalogueRow, CodeContext, CodeStructure };

export interface CodeIndex {
  rows: readonly CatalogueRow[];
  byKey: ReadonlyMap<string, readonly CatalogueRow[]>;
}

export interface CodeMeaning {
  code: string;
  area: string;
  symbol: string | null;
  meaning: string;
  plain: string;
  owner: Owner;
  causes: string[];
  steps: string[];
  source: string;
}

export type Explanation = { asked: string; code: string } & (
  | { kind: 'known'; meaning: CodeMeaning; others: CodeMeaning[]; structure: CodeStructure | null }
  /** Not in the catalogue: only what its shape tells, and the meaning of a code inside it. */
  | { kind: 'structure'; structure: CodeStructure; related: CodeMeaning[]; suggestions: string[] }
  /** Not a code: rows whose words hold the text. */
  | { kind: 'matches'; matches: CodeMeaning[]; total: number }
  | { kind: 'unknown'; suggestions: string[] }
);

const mostMatches = 12;
const shortestFragment = 3;

const add = (map: Map<string, CatalogueRow[]>, key: string, row: CatalogueRow) => {
  const rows = map.get(key);
  if (!rows) map.set(key, [row]);
  else if (!rows.includes(row)) rows.push(row);
};

/** A number in a row: decimal codes are Win32 and so are their aliases, small hex codes are a protocol's own. */
const keysOfRow = (row: CatalogueRow): string[] => {
  const win32 = /^\d+$/.test(row.code);
  return [row.code, ...row.aliases].flatMap((text) => {
    if (!/^(0x[0-9a-f]+|-?\d+)$/i.test(text)) return [nameKey(text)];
    const value = Number(text) >>> 0;
    return [numberKeys(value, !win32)[0] ?? nameKey(text)];
  });
};

export const buildCodeIndex = (rows: readonly CatalogueRow[]): CodeIndex => {
  const byKey = new Map<string, CatalogueRow[]>();
  for (const row of rows) {
    for (const key of keysOfRow(row)) add(byKey, key, row);
    if (row.symbol !== null) add(byKey, nameKey(row.symbol), row);
  }
  return { rows, byKey };
};

const meaningOf = (row: CatalogueRow): CodeMeaning => ({
  code: row.code,
  area: row.area,
  symbol: row.symbol,
  meaning: row.meaning,
  plain: row.plainMeaning,
  owner: ownerOf(row),
  causes: row.likelyCauses,
  steps: row.steps,
  source: row.source,
});

/** The area it was met in first, then the row that names this very form, then the catalogue's order. */
const inOrder = (rows: readonly CatalogueRow[], form: Form, context: CodeContext) => {
  const areas = preferredAreas(context);
  const rank = (row: CatalogueRow) => {
    const place = areas.indexOf(row.area);
    return (place < 0 ? areas.length : place) * 2 + (row.code === form.canonical ? 0 : 1);
  };
  return [...rows].sort((a, b) => rank(a) - rank(b));
};

const lookUp = (index: CodeIndex, form: Form): CatalogueRow[] => [
  ...new Set(form.keys.flatMap((key) => index.byKey.get(key) ?? [])),
];

const structureOf = (form: Form): CodeStructure | null =>
  form.number === null ? structureOfService(form.canonical) : structureOfNumber(form.number);

const haystack = (row: CatalogueRow) =>
  [row.code, row.symbol ?? '', row.meaning, row.plainMeaning, row.area].join(' ').toLowerCase();

/** Rows that hold every word of the text; those with it in their name first. */
export const searchCodes = (index: CodeIndex, text: string): CodeMeaning[] => {
  const words = text.toLowerCase().slice(0, 200).split(/\s+/).filter(Boolean);
  if (words.join('').length < shortestFragment) return [];
  const rank = (row: CatalogueRow) => {
    const name = `${row.code} ${row.symbol ?? ''}`.toLowerCase();
    return words.every((word) => name.includes(word)) ? 0 : 1;
  };
  return index.rows
    .filter((row) => {
      const hay = haystack(row);
      return words.every((word) => hay.includes(word));
    })
    .sort((a, b) => rank(a) - rank(b))
    .map(meaningOf);
};

const names = function* (index: CodeIndex) {
  for (const row of index.rows) {
    yield row.code;
    if (row.symbol !== null) yield row.symbol;
  }
};

const suggestionsFor = (index: CodeIndex, text: string) => nearest(text, new Set(names(index)));

type Known = Extract<Explanation, { kind: 'known' }>;

const known = (index: CodeIndex, asked: string, forms: Form[], context: CodeContext) => {
  for (const form of forms) {
    const [first, ...others] = inOrder(lookUp(index, form), form, context);
    if (first)
      return {
        kind: 'known',
        asked,
        code: form.number === null ? first.code : form.canonical,
        meaning: meaningOf(first),
        others: others.map(meaningOf),
        structure: structureOf(form),
      } satisfies Known;
  }
  return null;
};

const shapeOf = (forms: Form[]) => {
  for (const form of forms) {
    const structure = structureOf(form);
    if (structure) return { code: form.canonical, structure };
  }
  return null;
};

const insideOf = (index: CodeIndex, structure: CodeStructure) =>
  structure.win32 === null ? [] : (index.byKey.get(`win32:${structure.win32}`) ?? []);

/**
 * What a code means where it was met. Accepts every form people write: hex in any case with or
 * without 0x, signed and unsigned decimal, symbols, AADSTS and MSIS numbers, and words.
 */
export const explainCode = (
  index: CodeIndex,
  asked: string,
  context: CodeContext = {},
): Explanation => {
  const forms = formsOf(asked);
  const found = known(index, asked, forms, context);
  if (found) return found;
  const shape = shapeOf(forms);
  if (shape) {
    const related = insideOf(index, shape.structure).map(meaningOf);
    const suggestions = suggestionsFor(index, shape.code);
    return { kind: 'structure', asked, ...shape, related, suggestions };
  }
  const code = asked.trim();
  const matches = searchCodes(index, asked);
  return matches.length > 0
    ? {
        kind: 'matches',
        asked,
        code,
        matches: matches.slice(0, mostMatches),
        total: matches.length,
      }
    : { kind: 'unknown', asked, code, suggestions: suggestionsFor(index, asked) };
};

/** A code found in a reading, as every door shows it. An unknown one has its shape and no words. */
export const explainFound = (
  index: CodeIndex,
  found: { code: string; field: string; section?: string; area?: string },
): ExplainedCode => {
  const forms = formsOf(found.code);
  const meaning = known(index, found.code, forms, found)?.meaning;
  return {
    code: /^0x/i.test(found.code) ? found.code.toLowerCase() : found.code,
    field: found.field,
    area: meaning?.area ?? 'unknown',
    symbol: meaning?.symbol ?? null,
    meaning: meaning?.meaning ?? '',
    plain: meaning?.plain ?? '',
    owner: meaning?.owner ?? null,
    structure: meaning ? null : (shapeOf(forms)?.structure ?? null),
  };
};
