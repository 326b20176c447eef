import { ok } from '../../core/reading';
import type { Reading } from '../../core/reading';
import { afterColon, linesOf } from '../text/lines';
import { notUnderstood } from '../text/raw';

export interface ToolVolume {
  letter: string;
  encryptedPercent: number | null;
  method: string | null;
  /** How many ways there are to unlock it; null when the list was cut off. */
  protectors: number | null;
}

/** `Volume C: [OS]`, `Volume "C:" []`: the only line with a letter and brackets; a label may have its own. */
const volumeLine = /^\S[^:[]{0,60}?\b([A-Z]):"? ?\[.{0,80}\]\s*$/;
/** Turkish and Basque put the sign first. */
const percent = /^(?:(\d{1,3})(?:[.,]\d+)?\s*[%٪]|[%٪]\s*(\d{1,3})(?:[.,]\d+)?)$/u;
const percentIn = (value: string): string | undefined => {
  const [, before, after] = percent.exec(value) ?? [];
  return before ?? after;
};
const method = /\b(?:XTS-)?AES[- ]?(?:128|256)\b.*$/i;
const depthOf = (line: string): number => line.length - line.trimStart().length;

/** The list of protectors is the last row: names below it when there are any, a word beside it when not. */
const protectorsIn = (rows: readonly string[]): number | null => {
  const depths = rows.map(depthOf);
  const usual = depths[0] ?? 0;
  const below = depths.filter((depth) => depth > usual).length;
  if (below > 0) return below;
  const last = rows.at(-1);
  return last === undefined || afterColon(last) === null || afterColon(last) === '' ? null : 0;
};

const volumeOf = (letter: string, rows: readonly string[]): ToolVolume => {
  const values = rows.map((row) => afterColon(row) ?? '');
  const told = values.map(percentIn).find((found) => found !== undefined);
  return {
    letter: `${letter}:`,
    encryptedPercent: told === undefined ? null : Number(told),
    method:
      values.map((value) => method.exec(value)?.[0]).find((found) => found !== undefined) ?? null,
    protectors: told === undefined ? null : protectorsIn(rows),
  };
};

/** `manage-bde -status` by shape: labels and answers are translated, numbers and cipher names are not. */
export const readDriveTool = (text: string): Reading<ToolVolume[]> => {
  const lines = linesOf(text);
  const starts = lines.flatMap((line, at) => (volumeLine.test(line) ? [at] : []));
  if (starts.length === 0) return notUnderstood(text);
  return ok(
    starts.map((start, index) => {
      const block = lines.slice(start + 1, starts[index + 1] ?? lines.length);
      const rows = block.filter((line) => line.trim() !== '' && depthOf(line) > 0);
      return volumeOf(volumeLine.exec(lines[start] ?? '')?.[1] ?? '', rows);
    }),
  );
};
