import { ok } from '../../core/reading';
import type { Source } from '../../os/port';
import type { Probe } from '../probe';
import { notUnderstood, textOf } from '../text/raw';
import { lastProblems, parseLog } from './cmtrace';

/** The agent starts a new file at about 3 MB. */
const source = {
  kind: 'file',
  key: 'file-management-extension-log',
  rights: 'user',
  limitMs: 5_000,
  path: '%ProgramData%\\Microsoft\\IntuneManagementExtension\\Logs\\IntuneManagementExtension.log',
  maxBytes: 6 * 1024 * 1024,
} as const satisfies Source;

export const extensionLogProbe: Probe<'management-extension-log'> = {
  id: 'management-extension-log',
  on: ['win32'],
  reads: [source],
  parse: (raws) => {
    const told = textOf(raws, source.key);
    if (told.kind !== 'ok') return told;
    const entries = parseLog(told.value.text);
    if (entries.length === 0 && told.value.text.trim() !== '')
      return notUnderstood(told.value.text);
    return ok({
      entries: entries.length,
      last: entries.at(-1) ?? null,
      problems: lastProblems(entries, 20),
    });
  },
};
