import { ok } from '../../core/reading';
import type { Source } from '../../os/port';
import type { Probe } from '../probe';
import { notUnderstood, textOf, textReads } from '../text/raw';

const source = {
  key: 'dsregcmd-listaccounts',
  rights: 'user',
  limitMs: 30_000,
  kind: 'command',
  tool: 'dsregcmd.exe',
  args: ['/listaccounts'],
} as const satisfies Source;

/** The tool's words are English everywhere. The first count is of accounts of people, the second of apps. */
const counted = /^Accounts found: (\d{1,4})\./m;

/** On request: the output names e-mail addresses, and only their number matters here. */
export const appAccountsProbe: Probe<'app-accounts'> = {
  id: 'app-accounts',
  on: ['win32'],
  onRequest: true,
  reads: textReads(source),
  parse: (raws) => {
    const told = textOf(raws, source.key);
    if (told.kind !== 'ok') return told;
    const count = counted.exec(told.value.text)?.[1];
    return count === undefined ? notUnderstood(told.value.text) : ok({ accounts: Number(count) });
  },
};
