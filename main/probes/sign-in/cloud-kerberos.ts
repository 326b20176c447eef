import { ok, unavailable } from '../../core/reading';
import type { Source } from '../../os/port';
import type { Probe } from '../probe';
import { filledLines } from '../text/lines';
import { textOf, textReads } from '../text/raw';

const source = {
  key: 'klist-cloud-debug',
  rights: 'user',
  limitMs: 8_000,
  kind: 'command',
  tool: 'klist.exe',
  args: ['cloud_debug'],
} as const satisfies Source;

const rowEnd = /[:\uFF1A]\s*(true|false|\d+)$/iu;
const words: Record<string, boolean> = { true: true, false: false, '1': true, '0': false };
const rows = 11;

/** The answers in their order; the words before them are translated. */
const answersOf = (text: string): string[] =>
  filledLines(text).flatMap((line) => rowEnd.exec(line)?.[1]?.toLowerCase() ?? []);

export const cloudKerberosProbe: Probe<'cloud-kerberos'> = {
  id: 'cloud-kerberos',
  on: ['win32'],
  reads: textReads(source),
  parse: (raws) => {
    const told = textOf(raws, source.key);
    if (told.kind !== 'ok') return told;
    const answers = answersOf(told.value.text);
    // Fewer rows: a build without this command, or a cut text in which positions mean nothing.
    if (answers.length !== rows) return unavailable('not-in-this-output', String(answers.length));
    const yes = (at: number) => words[answers[at] ?? ''] ?? null;
    return ok({
      enabledByPolicy: yes(0),
      replyReceived: yes(1),
      replyUsed: yes(2),
      referralTgt: yes(3),
      nameOracle: yes(4),
      proxyCached: yes(5),
      keyCredential: yes(6),
      passwordKeys: yes(7),
      plaintextPassword: yes(8),
      replyCredentialType: /^\d+$/.test(answers[9] ?? '') ? Number(answers[9]) : null,
      primaryTgt: yes(10),
    });
  },
};
