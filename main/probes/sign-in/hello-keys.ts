import type { HelloKey } from '../../core/facts/sign-in';
import { failed, ok, triOf } from '../../core/reading';
import type { Source } from '../../os/port';
import type { Probe } from '../probe';
import { linesOf } from '../text/lines';
import { notUnderstood, textOf, textReads } from '../text/raw';

const source = {
  key: 'certutil-hello-keys',
  rights: 'user',
  limitMs: 20_000,
  kind: 'command',
  tool: 'certutil.exe',
  args: ['-csp', 'Microsoft Passport Key Storage Provider', '-key', '-v'],
} as const satisfies Source;

const container = /^\s*(S-1-[\d-]+)\/[0-9a-f-]{36}\/([^/\s]+)\/([^/\s]*)\/(.+)$/i;
const implementation = /\bNgcKeyImplType\b\D{0,40}(\d+)/;
const inTpm: Record<string, boolean> = { '1': true, '2': false };

const keysIn = (text: string): HelloKey[] => {
  const keys: HelloKey[] = [];
  for (const line of linesOf(text)) {
    const named = container.exec(line);
    if (named)
      keys.push({
        sid: named[1] ?? '',
        relyingParty: named[2] ?? '',
        tenantId: named[3]?.toLowerCase() || null,
        user: named[4]?.trim() ?? null,
        tpmProtected: 'unknown',
      });
    const last = keys.at(-1);
    const kind = implementation.exec(line)?.[1];
    if (last && kind !== undefined) last.tpmProtected = triOf(inTpm[kind] ?? null);
  }
  return keys;
};

export const helloKeysProbe: Probe<'hello-keys'> = {
  id: 'hello-keys',
  on: ['win32'],
  reads: textReads(source),
  parse: (raws) => {
    const told = textOf(raws, source.key);
    if (told.kind !== 'ok') return told;
    const { text, exitCode } = told.value;
    const keys = keysIn(text);
    if (keys.length > 0) return ok({ keys });
    if (exitCode !== 0) return failed('crashed', `certutil ${String(exitCode)}`);
    // With no key it still names the provider and says that it is done.
    return /Passport|CertUtil/i.test(text) ? ok({ keys }) : notUnderstood(text);
  },
};
