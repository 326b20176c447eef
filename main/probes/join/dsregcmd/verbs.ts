import type { Row, Verb, VerbResult } from '../../../core/facts/registration';
import { toLines } from './lines';
import { hexCodes, isZero } from './words';

/** How the outputs of other verbs are told from /status: by sentences the tool prints in English. */
const marks: readonly (readonly [Verb, RegExp])[] = [
  [
    'join-trace',
    /^DSREGCMD_END_STATUS\b|dsregcmd::wmain logging initialized|DsrCmdJoinHelper::Join/m,
  ],
  ['vm-join-log', /Starting AAD Join process|Join Azure with MSI credential|DsrCmdAzureHelper/],
  ['cleanup-accounts', /Call CleanupAccounts to remove WAM accounts/],
  ['list-accounts', /Call ListAccounts to list WAM accounts/],
  ['help', /^\W{0,10}DSREGCMD switches/im],
];

/** A trace may be cut before its end; the Azure log holds the trace's own first line as well. */
export const verbOf = (text: string, hasSections: boolean): Verb | null => {
  if (marks[1]?.[1].test(text)) return 'vm-join-log';
  const found = marks.find(([, mark]) => mark.test(text))?.[0] ?? null;
  return found && !(hasSections && found === 'help') ? found : null;
};

const failure = /failed with error(?: code)?:? *(0x[0-9a-f]{1,8})/i;
const account =
  /(?:Removing account|Account):.{0,200}?user: ([^,\s]{1,254}), authority: (https:\/\/\S{1,300}?)\.?$/;

/** What another verb's output says. Lines of a trace are noise but for the verdicts in them. */
export const readVerb = (text: string, verb: Verb): { result: VerbResult; rows: Row[] } => {
  const lines = toLines(text);
  const codes = new Set<string>();
  const accounts: VerbResult['accounts'] = [];
  const rows: Row[] = [];
  for (const line of lines) {
    const code = failure.exec(line.text)?.[1]?.toLowerCase();
    if (code && !isZero(code)) codes.add(code);
    const cleanup = /^Remove account result: (0x[0-9a-f]{8})/i.exec(line.text)?.[1];
    if (cleanup && !isZero(cleanup)) codes.add(cleanup.toLowerCase());
    const found = account.exec(line.text);
    if (found?.[1]) accounts.push({ user: found[1], authority: found[2] ?? null });
    const row = /^(?:\[[^\]]{0,60}\] )?(.{1,90}?)(?: ?: | : ?)(.*)$/.exec(line.text);
    if (row?.[1])
      rows.push({ section: verb, label: row[1], value: row[2] ?? '', line: line.number });
  }
  return {
    result: { verb, succeeded: outcome(text, verb, codes.size > 0), accounts, codes: [...codes] },
    rows,
  };
};

const outcome = (text: string, verb: Verb, anyCode: boolean): VerbResult['succeeded'] => {
  if (verb === 'vm-join-log' || verb === 'join-trace') {
    if (/Successfully joined machine to AAD|join succeeded/i.test(text)) return 'yes';
    return anyCode || /\bjoin failed\b/i.test(text) ? 'no' : 'unknown';
  }
  if (verb === 'cleanup-accounts')
    return anyCode ? 'no' : hexCodes(text).some(isZero) ? 'yes' : 'unknown';
  return verb === 'list-accounts' && /Accounts found: \d/.test(text) ? 'yes' : 'unknown';
};
