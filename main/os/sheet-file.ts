import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeRefusal, type WriteRefusal } from './capture/write';
import { done, type Result } from './result';

/** Far above any sheet; what is larger is something else. */
const mostBytes = 64 * 1024 * 1024;

/** The file, the one being written, and the one before: on a stick's file system no moving is whole. */
const versionsOf = (path: string): string[] => [path, `${path}.new`, `${path}.old`];

export type ReadRefusal = 'absent' | 'unreadable' | 'too-large';

/** Every version that can be read, whole or not; the reader knows a whole one when it sees it. */
export const readVersions = async (path: string): Promise<Result<Uint8Array[], ReadRefusal>> => {
  const found: Uint8Array[] = [];
  let refusal: ReadRefusal = 'absent';
  for (const version of versionsOf(path))
    try {
      if ((await stat(version)).size > mostBytes) refusal = 'too-large';
      else found.push(await readFile(version));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT' && code !== 'ENOTDIR') refusal = 'unreadable';
    }
  return found.length > 0 ? done(found) : { ok: false, code: refusal };
};

/** The calls of the file system that matter here, so that a test can be a failing disk. */
export interface SheetDisk {
  open: typeof open;
  rename: typeof rename;
}

const flushed = async (path: string, bytes: Uint8Array, disk: SheetDisk): Promise<void> => {
  const handle = await disk.open(path, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** New names survive a power cut only once the folder is flushed; Windows has no such call and needs none. */
const flushFolder = async (folder: string, disk: SheetDisk): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await disk.open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};

/**
 * At every moment one whole version is on the disk: the new one is flushed before the last one is moved
 * aside, and the last one stays until the next writing.
 */
export const writeVersion = async (
  path: string,
  bytes: Uint8Array,
  disk: SheetDisk = { open, rename },
): Promise<Result<true, WriteRefusal>> => {
  const [, fresh = '', last = ''] = versionsOf(path);
  try {
    await mkdir(dirname(path), { recursive: true });
    await flushed(fresh, bytes, disk);
    await disk.rename(path, last).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    await disk.rename(fresh, path);
    await flushFolder(dirname(path), disk);
    return done(true);
  } catch (error) {
    return writeRefusal(error);
  }
};
