import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join, win32 } from 'node:path';
import type { Start } from '../run';

/** Where a program has to lie, and its answers, so that only an administrator can change either. */

const key = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';

/** From the registry of the machine: an environment variable could be set by the user. */
export const findProgramFiles = async (start: Start): Promise<string | null> => {
  const args = ['query', key, '/v', 'ProgramFilesDir', '/reg:64'];
  const reading = await start('reg.exe', args, { limitMs: 10_000 });
  if (reading.kind !== 'ok' || reading.value.exitCode !== 0) return null;
  const text = Buffer.from(reading.value.bytes).toString('latin1');
  return /^\s*ProgramFilesDir\s+REG_SZ\s+([A-Za-z]:\\[^\r\n]+?)\s*$/m.exec(text)?.[1] ?? null;
};

const plain = (path: string): string => win32.normalize(path).replace(/\\+$/, '').toLowerCase();

/** The folder of a program that is installed for all users; null for one that lies elsewhere. */
export const protectedFolder = (program: string, programFiles: string): string | null => {
  if (!win32.isAbsolute(program)) return null;
  const folder = win32.dirname(win32.normalize(program));
  return plain(folder).startsWith(`${plain(programFiles)}\\`) ? folder : null;
};

/** A user's own programs could swap ours in a folder the user can write, and wait for the consent. */
export const isWritable = async (folder: string): Promise<boolean> => {
  const path = join(folder, `fieldkit-${randomBytes(8).toString('hex')}.tmp`);
  try {
    const handle = await open(path, 'wx');
    await handle.close();
    await rm(path);
    return true;
  } catch {
    return false;
  }
};

export const replyFolders = (folder: string): string => join(folder, 'handover');

export const replyFile = (folder: string, reply: string): string =>
  join(replyFolders(folder), reply, 'reply.json');
