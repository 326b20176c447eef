import { ok, triOf, unavailable } from '../../core/reading';
import type { Reading, Tri } from '../../core/reading';
import { afterColon, filledLines } from '../text/lines';
import { notUnderstood } from '../text/raw';

export interface RecoveryTool {
  enabled: Tri;
  location: string | null;
  bootEntry: string | null;
}

const device = /\\\\\?\\GLOBALROOT\\device\\harddisk\d+\\partition\d+\\\S*/i;
const guid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;
const emptyGuid = /^[0-]+$/;
/** The value that every real output had in English, whatever its labels. */
const word = /^(Enabled|Disabled)$/;
const denied = /:\s*5$/;

/**
 * `reagentc /info` by what no language changes: the path of the recovery partition stands before the
 * boot entry's GUID when Windows RE is on. A path after the GUID is that of a recovery image.
 */
export const readRecoveryTool = (text: string): Reading<RecoveryTool> => {
  const lines = filledLines(text);
  const guidAt = lines.findIndex((line) => guid.test(line));
  const before = guidAt < 0 ? lines : lines.slice(0, guidAt);
  const location = before.map((line) => device.exec(line)?.[0]).find((path) => path !== undefined);
  const entry = guid.exec(lines[guidAt] ?? '')?.[0] ?? null;
  const said = lines.map((line) => word.exec(afterColon(line) ?? '')?.[1]).find(Boolean);
  const byWord = triOf(said === undefined ? null : said === 'Enabled');
  if (location === undefined && guidAt < 0 && said === undefined)
    return lines.some((line) => denied.test(line)) ? unavailable('denied') : notUnderstood(text);
  return ok({
    enabled: location !== undefined ? 'yes' : guidAt >= 0 ? 'no' : byWord,
    location: location ?? null,
    bootEntry: entry === null || emptyGuid.test(entry) ? null : entry,
  });
};
