import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnose } from '../../../../main/core/diagnose';
import type { Diagnosis } from '../../../../main/core/diagnosis';
import { decode } from '../../../../main/os/decode';
import { parseRegistration } from '../../../../main/probes/join/dsregcmd/parse';

const folder = join(import.meta.dirname, '../../../captures/dsregcmd');

export const captureNames = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort();

export const captureText = (name: string): string =>
  decode(readFileSync(join(folder, name))).text.replace(/\r\n/g, '\n');

export const statusNames = captureNames.filter((name) => !name.startsWith('verb-'));

export const diagnoseTextOrNull = (text: string): Diagnosis | null => {
  const reading = parseRegistration(text);
  if (reading.kind !== 'ok') return null;
  return diagnose(
    {
      observedAt: null,
      origin: 'text',
      platform: 'win32',
      readings: { 'device-registration': reading },
    },
    ({ code, field }) => ({
      code,
      field,
      area: '',
      symbol: null,
      meaning: '',
      plain: '',
      owner: null,
      structure: null,
    }),
  );
};

/** The facts a caller relies on, flat, so that two outputs can be compared one by one. */
export const factsOf = (diagnosis: Diagnosis) => ({
  join: diagnosis.join.type,
  registered: diagnosis.join.registered,
  prt: diagnosis.prt.state,
  prtExpected: diagnosis.prt.expected,
  prtHealthy: diagnosis.prt.healthy,
  enterprisePrt: diagnosis.enterprisePrt,
  deviceAuth: diagnosis.deviceAuth.state,
  tpm: diagnosis.tpmProtected,
  subject: diagnosis.subject.kind,
  elevated: diagnosis.subject.elevated,
});

export type Facts = ReturnType<typeof factsOf>;

export const isUnknown = (value: unknown): boolean => value === null || value === 'unknown';

/** Facts of `after` that are neither what they were nor unknown. */
export const wrongFacts = (before: Facts, after: Facts): string[] =>
  (Object.keys(before) as (keyof Facts)[])
    .filter((key) => after[key] !== before[key] && !isUnknown(after[key]))
    .map((key) => `${key}: ${String(before[key])} -> ${String(after[key])}`);
