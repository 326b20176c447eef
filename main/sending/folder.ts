import { open, rename, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { SendTrouble } from '../../preload/contract-sending';
import { codeOf, notSent, sent, type Job, type Sender, type Sent } from './job';

/** The part of the file system that is needed here, so that a test can be the disk. */
export interface Disk {
  open(
    path: string,
    flags: string,
  ): Promise<Pick<FileHandle, 'read' | 'write' | 'truncate' | 'sync' | 'stat' | 'close'>>;
  rename(from: string, to: string): Promise<void>;
  stat(path: string): Promise<{ size: number; isDirectory(): boolean }>;
}

const realDisk: Disk = { open: (path, flags) => open(path, flags, 0o600), rename, stat };

const chunk = 256 * 1024;

/** What a file server or a stick says when it does not take something. */
const troubles: Readonly<Record<string, SendTrouble>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'too-large',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  ENOENT: 'folder-gone',
  ENOTDIR: 'folder-gone',
  ENODEV: 'folder-gone',
  EIO: 'cut-off',
  ECONNRESET: 'cut-off',
  ENETUNREACH: 'offline',
  EHOSTUNREACH: 'offline',
  EHOSTDOWN: 'offline',
  ETIMEDOUT: 'offline',
  ENOTCONN: 'offline',
  // How Windows says that it does not find the way to a share.
  UNKNOWN: 'offline',
};

const exists = async (disk: Disk, path: string): Promise<number | null> => {
  try {
    return (await disk.stat(path)).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
};

type Handle = Awaited<ReturnType<Disk['open']>>;

/** How much of the file is there from before: only bytes that are the same ones count. */
const already = async (handle: Handle, bytes: Uint8Array): Promise<number> => {
  const { size } = await handle.stat();
  const known = Math.min(size, bytes.length);
  const found = new Uint8Array(chunk);
  let same = 0;
  while (same < known) {
    const { bytesRead } = await handle.read(found, 0, Math.min(chunk, known - same), same);
    if (bytesRead === 0) break;
    const ours = bytes.subarray(same, same + bytesRead);
    if (Buffer.compare(ours, found.subarray(0, bytesRead)) !== 0) break;
    same += bytesRead;
  }
  return same;
};

const copy = async (disk: Disk, part: string, { bytes, progress, signal }: Job): Promise<void> => {
  const handle = await disk.open(part, 'r+').catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
    return disk.open(part, 'wx+');
  });
  try {
    let at = await already(handle, bytes);
    await handle.truncate(at);
    progress(at);
    while (at < bytes.length) {
      signal.throwIfAborted();
      const size = Math.min(chunk, bytes.length - at);
      const { bytesWritten } = await handle.write(bytes, at, size, at);
      if (bytesWritten === 0) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      at += bytesWritten;
      progress(at);
    }
    await handle.sync();
  } finally {
    await handle.close().catch(() => undefined);
  }
};

/**
 * Copies beside its final name first, so that nobody there takes half a report for a whole one, and goes on
 * where it was cut off. What is already there under its name is never written over.
 */
export const sendToFolder =
  (disk: Disk = realDisk): Sender =>
  async (job): Promise<Sent> => {
    const target = join(job.to, job.name);
    const part = `${target}.part`;
    try {
      if (!(await disk.stat(job.to)).isDirectory()) return notSent('folder-gone');
      const there = await exists(disk, target);
      if (there !== null) return await sameThere(disk, target, job);
      await copy(disk, part, job);
      if ((await exists(disk, target)) !== null) return notSent('name-taken');
      await disk.rename(part, target);
      return sent;
    } catch (error) {
      return notSent(job.signal.aborted ? 'cut-off' : (troubles[codeOf(error)] ?? 'failed'));
    }
  };

/** After a power cut it may be there already: then it has arrived. */
const sameThere = async (disk: Disk, target: string, { bytes, progress }: Job): Promise<Sent> => {
  const handle = await disk.open(target, 'r');
  try {
    const { size } = await handle.stat();
    if (size !== bytes.length || (await already(handle, bytes)) !== size)
      return notSent('name-taken');
    progress(size);
    return sent;
  } finally {
    await handle.close();
  }
};
