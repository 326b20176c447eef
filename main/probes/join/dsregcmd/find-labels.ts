import { isPrefix } from './prefix';
import { fold, knownLabels, labelLengths, type KnownLabel } from './vocabulary';

export interface FoundLabel {
  known: KnownLabel;
  start: number;
  /** Where the value begins. */
  valueAt: number;
}

const isLetter = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;

/** The known label that ends at `end`, longest first, or null. Looks back a bounded distance. */
const labelBefore = (folded: string, end: number): { known: KnownLabel; start: number } | null => {
  for (const length of labelLengths) {
    const start = end - length;
    if (start < 0) continue;
    // A line number may touch the label ("12NgcSet"), a letter may not ("WorkplaceIdp" is not "Idp").
    if (start > 0 && isLetter(folded.charCodeAt(start - 1))) continue;
    const known = knownLabels.get(folded.slice(start, end));
    if (known) return { known, start };
  }
  return null;
};

const decoration = /["'*_`\]) ]/;

/** All labels of a line that are followed by a separator, left to right. Linear in the line's length. */
export const findLabels = (text: string): FoundLabel[] => {
  const found: FoundLabel[] = [];
  const folded = text.toLowerCase();
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character !== ':' && character !== '=') continue;
    let end = at;
    while (end > 0 && at - end < 40 && decoration.test(text[end - 1] ?? '')) end -= 1;
    const label = labelBefore(folded, end);
    if (!label) continue;
    const last = found[found.length - 1];
    if (!last) {
      const believed = label.known.distinctive || isPrefix(text, label.start);
      if (!believed) continue;
    } else if (label.start < last.valueAt || text[at - 1] !== ' ' || character === '=') {
      // Inside a value a colon counts only in the tool's own form, with a blank before it:
      // error sentences hold "Correlation ID: …" of their own.
      continue;
    }
    let valueAt = at + 1;
    // The oldest layout prints `KeySignTest: : value`.
    while (text[valueAt] === ' ' || (text[valueAt] === ':' && valueAt - at < 4)) valueAt += 1;
    found.push({ ...label, valueAt });
  }
  return found.length > 0 ? found : bareRow(text);
};

/** `AzureAdJoined YES`: a cell pair or a retyped row without its colon. */
const bareRow = (text: string): FoundLabel[] => {
  const match = /^(.{0,80}?)([A-Za-z]{6,40})["'*_`]{0,4} {1,4}(?:YES|NO)\W{0,8}$/i.exec(text);
  if (!match) return [];
  const [, prefix = '', word = ''] = match;
  const known = knownLabels.get(fold(word));
  if (!known?.distinctive || !isPrefix(text, prefix.length)) return [];
  return [{ known, start: prefix.length, valueAt: prefix.length + word.length }];
};

/** A row of the tool's shape whose label we do not know. */
export const looksLikeRow = (text: string): boolean => {
  const colon = text.search(/ :(?: |$)/);
  if (colon < 1 || colon > 60) return false;
  return /[A-Za-z]/.test(text.slice(0, colon));
};
