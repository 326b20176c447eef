import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The whole new text or the whole old one: a power cut never leaves half. */
export const writeAtomically = (file: string, text: string): void => {
  const draft = `${file}.${randomUUID()}.part`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(draft, text, { flush: true, mode: 0o600 });
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
};
