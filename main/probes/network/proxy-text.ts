import { afterColon, filled, linesOf } from '../text/lines';
import { withoutCredentials } from './proxy-bytes';
import type { ServicesProxy } from './proxy-bytes';

const bracketed = /^\(.*\)$/;

/**
 * `netsh winhttp show proxy`, translated from the first to the last word. What stays: a heading at the
 * margin that ends in a colon, then one indented sentence (direct) or two indented rows (a proxy).
 */
export const readProxyText = (text: string): ServicesProxy | null => {
  const lines = linesOf(text).filter((line) => line.trim() !== '');
  const indented = lines.filter((line) => /^\s/.test(line));
  const headed = lines.length === indented.length + 1 && /[:\uFF1A]\s*$/u.test(lines[0] ?? '');
  if (!headed) return null;
  if (indented.length === 1) return { access: 'direct', servers: null, bypass: null };
  const [servers, bypass] = indented.map((line) => filled(afterColon(line)) ?? undefined);
  if (indented.length !== 2 || servers === undefined || bypass === undefined) return null;
  return {
    access: 'proxy',
    servers: withoutCredentials(servers),
    // "(none)" in the language of the PC; real lists are never in brackets.
    bypass: bracketed.test(bypass) ? null : bypass,
  };
};
