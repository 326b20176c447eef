import type { StoredCredential } from '../../core/facts/on-premises';
import { failed, ok } from '../../core/reading';
import type { Source } from '../../os/port';
import type { Probe } from '../probe';
import { filledLines } from '../text/lines';
import { notUnderstood, textOf, textReads } from '../text/raw';

const source = {
  key: 'cmdkey-list',
  rights: 'user',
  limitMs: 8_000,
  kind: 'command',
  tool: 'cmdkey.exe',
  args: ['/list'],
} as const satisfies Source;

/** These words in front of a target belong to the credential store and are not translated. */
const kinds: Record<string, StoredCredential['kind']> = {
  domain: 'domain',
  legacygeneric: 'generic',
  generic: 'generic',
  microsoftaccount: 'microsoft-account',
  windowslive: 'microsoft-account',
  domaincertificate: 'certificate',
};

const targetRow = /[:\uFF1A]\s*(\w+):(?:target|interactive|batch|name)=(.+)$/iu;

const credentialOf = (line: string): StoredCredential[] => {
  const [, word, target] = targetRow.exec(line) ?? [];
  if (word === undefined || target === undefined) return [];
  return [{ kind: kinds[word.toLowerCase()] ?? 'other', target: target.trim() }];
};

export const storedCredentialsProbe: Probe<'stored-credentials'> = {
  id: 'stored-credentials',
  on: ['win32'],
  reads: textReads(source),
  parse: (raws) => {
    const told = textOf(raws, source.key);
    if (told.kind !== 'ok') return told;
    const { text, exitCode } = told.value;
    const lines = filledLines(text);
    const credentials = lines.flatMap(credentialOf);
    if (credentials.length > 0) return ok({ credentials });
    if (exitCode !== null && exitCode !== 0) return failed('crashed', `cmdkey ${String(exitCode)}`);
    // An empty list still has its heading, which ends in a colon in every language.
    return /[:\uFF1A]$/u.test(lines[0] ?? '') ? ok({ credentials }) : notUnderstood(text);
  },
};
