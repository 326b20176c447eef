import { readFileSync } from 'node:fs';
import { win32 } from 'node:path';
import { z } from 'zod';

/** Rows of later versions are allowed and ignored; a wrong value is not. */
const policy = z.looseObject({ updates: z.enum(['on', 'off']).optional() });

export type UpdatePolicy = 'unset' | 'on' | 'off' | 'unreadable';

export const policyFile = (programData: string): string =>
  win32.join(programData, 'Fieldkit', 'policy.json');

export const parsePolicy = (text: string): UpdatePolicy => {
  try {
    const read = policy.safeParse(JSON.parse(text.replace(/^\uFEFF/, '')));
    return read.success ? (read.data.updates ?? 'unset') : 'unreadable';
  } catch {
    return 'unreadable';
  }
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ENOENT' || error.code === 'ENOTDIR');

export const readPolicy = (file: string): UpdatePolicy => {
  try {
    return parsePolicy(readFileSync(file, 'utf8'));
  } catch (error) {
    return isMissing(error) ? 'unset' : 'unreadable';
  }
};
