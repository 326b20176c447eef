/** A piece of HTML that was put together here. Everything else is text and is escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** HTML knows no control characters, not even escaped. */
const legal = (text: string): string =>
  text.replace(/[^\t\n\r\P{C}]|[\ufdd0-\ufdef\ufffe\uffff]/gu, '\ufffd');

export const escapeHtml = (text: string): string =>
  legal(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

type Part = Markup | string | number | null | readonly Part[];

const written = (part: Part): string => {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return part.map(written).join('');
};

/** Tagged template: what is put in is text unless it was made by this very function. */
export const html = (pieces: TemplateStringsArray, ...parts: Part[]): Markup =>
  new Markup(pieces.map((piece, at) => piece + written(parts[at] ?? null)).join(''));
