import { posix } from 'node:path';
import GithubSlugger from 'github-slugger';
import { plainText, tokensOf, type Page } from './pages';

/** What may be linked to: the pages with their headings, and whether any other path is there. */
export interface Shelf {
  pages: readonly Page[];
  exists(path: string): boolean;
}

const anchorsOf = (text: string): Set<string> => {
  const slugger = new GithubSlugger();
  return new Set(
    tokensOf(text)
      .filter((token) => token.type === 'heading')
      .map((token) => slugger.slug(plainText(token))),
  );
};

/** Only the form: nobody outside is asked. */
const externalProblem = (target: string): string | null => {
  if (/^mailto:[^@\s]+@[^@\s]+\.[^@\s]+$/u.test(target)) return null;
  if (!URL.canParse(target)) return 'no address';
  const { protocol, hostname, username } = new URL(target);
  if (protocol !== 'https:') return 'not https';
  return hostname.includes('.') && username === '' ? null : 'no public host';
};

const isExternal = (target: string): boolean => /^[a-z][a-z0-9+.-]*:|^\/\//iu.test(target);

const internalProblem = (from: Page, target: string, { pages, exists }: Shelf): string | null => {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? from.path : posix.join(posix.dirname(from.path), decodeURI(file));
  if (path.startsWith('..') || file.startsWith('/')) return 'leaves the project';
  if (!exists(path)) return 'no such file';
  if (anchor === undefined) return null;
  const page = pages.find((one) => one.path === path);
  if (page === undefined) return 'an anchor into something that is no page';
  return anchorsOf(page.text).has(decodeURIComponent(anchor)) ? null : 'no such heading';
};

/** Links, pictures, and those of plain HTML. A link without its definition reads as plain text. */
const targetsOf = (text: string): string[] =>
  tokensOf(text).flatMap((token) => {
    if (token.type === 'link' || token.type === 'image') return [String(token.href)];
    if (token.type !== 'html') return [];
    return [...token.raw.matchAll(/\b(?:src|href)="([^"]*)"/gu)].map(([, target = '']) => target);
  });

/** `[text][name]` and `[name]: target` that do not find each other. */
const lostReferences = (text: string): string[] =>
  tokensOf(text)
    .filter((token) => token.type === 'text' && !('tokens' in token && token.tokens))
    .flatMap((token) => [...token.raw.matchAll(/\[[^\]]+\]\[[^\]]+\]/gu)].map(([found]) => found));

const conflict = /^\\?(?:<{7}|={7}|>{7}|> > > >)/mu;

/** Every link of every page that leads nowhere, as `page: target: why`. */
export const brokenLinks = (shelf: Shelf): string[] =>
  shelf.pages.flatMap((page) => [
    ...targetsOf(page.text).flatMap((target) => {
      const why = isExternal(target)
        ? externalProblem(target)
        : internalProblem(page, target, shelf);
      return why === null ? [] : [`${page.path}: ${target}: ${why}`];
    }),
    ...lostReferences(page.text).map((found) => `${page.path}: ${found}: no such reference`),
    ...(conflict.test(page.text) ? [`${page.path}: the marks of a merge are left in it`] : []),
  ]);
