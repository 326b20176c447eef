import type { LogEntry } from '../../core/facts/mdm';
import { ok } from '../../core/reading';
import type { Reading } from '../../core/reading';
import type { Probe, Raws } from '../probe';
import { notUnderstood, textOf } from '../text/raw';
import { valueOr } from '../text/reading';
import { lastProblems, parseLog } from './cmtrace';

/** The agent starts a new file at about 3 MB. */
const file = (key: string, name: string) =>
  ({
    kind: 'file',
    key,
    rights: 'user',
    limitMs: 5_000,
    path: `%ProgramData%\\Microsoft\\IntuneManagementExtension\\Logs\\${name}`,
    maxBytes: 6 * 1024 * 1024,
  }) as const;

const main = file('file-management-extension-log', 'IntuneManagementExtension.log');
/** Apps moved to a log of their own in 2024; older agents do not have it. */
const apps = file('file-management-extension-apps', 'AppWorkload.log');

const entriesIn = (raws: Raws, key: string): Reading<LogEntry[]> => {
  const told = textOf(raws, key);
  if (told.kind !== 'ok') return told;
  const entries = parseLog(told.value.text);
  return entries.length === 0 && told.value.text.trim() !== ''
    ? notUnderstood(told.value.text)
    : ok(entries);
};

/** The agent writes down what it was given to install: `"Id":"<app>","Name":"<name>"`, quoted once or twice. */
const named =
  /\\?"Id\\?":\\?"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\?",\\?"Name\\?":\\?"([^"\\]{1,120})/giu;

const namesIn = (raws: Raws): { appId: string; name: string }[] => {
  const names = new Map<string, string>();
  for (const { key } of [main, apps]) {
    const told = textOf(raws, key);
    if (told.kind === 'ok')
      for (const [, appId = '', name = ''] of told.value.text.matchAll(named))
        names.set(appId.toLowerCase(), name);
  }
  return [...names].map(([appId, name]) => ({ appId, name }));
};

export const extensionLogProbe: Probe<'management-extension-log'> = {
  id: 'management-extension-log',
  on: ['win32'],
  reads: [main, apps],
  parse: (raws) => {
    const first = entriesIn(raws, main.key);
    const second = entriesIn(raws, apps.key);
    if (first.kind !== 'ok' && second.kind !== 'ok') return first;
    const entries = [...valueOr(first, []), ...valueOr(second, [])].sort((a, b) =>
      a.localTime < b.localTime ? -1 : 1,
    );
    return ok({
      entries: entries.length,
      names: namesIn(raws),
      last: entries.at(-1) ?? null,
      problems: lastProblems(entries, 20),
    });
  },
};
