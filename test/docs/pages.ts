import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { lexer, type Token } from 'marked';

export const root = join(import.meta.dirname, '..', '..');

export interface Page {
  /** From the top folder, with slashes. */
  path: string;
  text: string;
}

/** What is built, fetched or remembered is not ours to check. */
const notOurs = new Set(['node_modules', 'out', 'dist', 'test-results', 'playwright-report']);

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || notOurs.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });

export const allPages = (): Page[] =>
  filesIn(root)
    .filter((path) => path.endsWith('.md'))
    .map((path) => ({
      path: relative(root, path).replaceAll('\\', '/'),
      text: readFileSync(path, 'utf8'),
    }));

const isToken = (value: unknown): value is Token =>
  typeof value === 'object' && value !== null && 'type' in value && 'raw' in value;

/** The tokens of lists, cells and plain texts lie in fields of different names; all of them are wanted. */
const within = (value: unknown): Token[] => {
  if (Array.isArray(value)) return value.flatMap(within);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(within);
  return isToken(value) ? [value, ...inner] : inner;
};

/** Every token of a text in the order of reading, those inside others too. */
export const tokensOf = (text: string): Token[] => within(lexer(text));

/** What is read of a heading: its words without stars and links. */
export const plainText = (token: Token): string =>
  'tokens' in token && token.tokens !== undefined
    ? token.tokens.map(plainText).join('')
    : 'text' in token
      ? String(token.text)
      : token.raw;
