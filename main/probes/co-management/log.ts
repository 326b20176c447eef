import { ok } from '../../core/reading';
import type { Source } from '../../os/port';
import { lastProblems, parseLog } from '../mdm/cmtrace';
import type { Probe } from '../probe';
import { notUnderstood, textOf } from '../text/raw';

const source = {
  kind: 'file',
  key: 'file-co-management-log',
  rights: 'admin',
  limitMs: 5_000,
  path: '%SystemRoot%\\CCM\\Logs\\CoManagementHandler.log',
  maxBytes: 8 * 1024 * 1024,
} as const satisfies Source;

/** The client writes its log in English on every PC. */
const merged = /merged workloadflags value\b.* is '(\d{1,5})'/i;

export const coManagementLogProbe: Probe<'co-management-log'> = {
  id: 'co-management-log',
  on: ['win32'],
  reads: [source],
  parse: (raws) => {
    const told = textOf(raws, source.key);
    if (told.kind !== 'ok') return told;
    const entries = parseLog(told.value.text);
    if (entries.length === 0 && told.value.text.trim() !== '')
      return notUnderstood(told.value.text);
    const last = entries.findLast(({ text }) => merged.test(text));
    return ok({
      mergedFlags: last === undefined ? null : Number(merged.exec(last.text)?.[1]),
      mergedAt: last?.localTime ?? null,
      problems: lastProblems(entries, 10),
    });
  },
};
