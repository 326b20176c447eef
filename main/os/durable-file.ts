import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What went wrong with the disk, by the system's own name: `ENOSPC`, `EACCES`, … */
export class DiskProblem extends Error {
  override readonly name = 'DiskProblem';

  constructor(readonly code: string) {
    super(code);
  }
}

/** The file is not as we left it: another program wrote to it, shortened it or took it away. */
export class Interference extends Error {
  override readonly name = 'Interference';
}

/** The part of a file handle that is needed here, so that a test can be the disk. */
export type Disk = Pick<FileHandle, 'write' | 'sync' | 'truncate' | 'stat' | 'close'>;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'EIO';

const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Interference || error instanceof DiskProblem) throw error;
    throw new DiskProblem(codeOf(error));
  }
};

const writeAll = async (disk: Disk, bytes: Uint8Array, from: number): Promise<void> => {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await disk.write(bytes, done, bytes.length - done, from + done);
    if (bytesWritten === 0) throw new DiskProblem('ENOSPC');
    done += bytesWritten;
  }
};

/** The name of a new file is safe only when its folder is; Windows has no such call and needs none. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
};

export interface DurableFile {
  readonly size: number;
  /** Resolves when the bytes are on the disk. Rejects with the file as it was before. */
  append(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

export const durableFileOn = (disk: Disk, start: number): DurableFile => {
  let size = start;
  return {
    get size() {
      return size;
    },
    append: (bytes) =>
      guarded(async () => {
        const found = await disk.stat();
        if (found.size !== size || found.nlink === 0) throw new Interference();
        try {
          await writeAll(disk, bytes, size);
          await disk.sync();
        } catch (error) {
          // What arrived in part must not be taken for an entry later.
          await disk.truncate(size).catch(() => undefined);
          throw error;
        }
        size += bytes.length;
      }),
    close: () => disk.close(),
  };
};

/** Opens or makes the file; what stands behind `keep` bytes is cut off, which is how a torn end is mended. */
export const openDurableFile = (path: string, keep: number): Promise<DurableFile> =>
  guarded(async () => {
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(path, keep === 0 ? 'w' : 'r+', 0o600);
    try {
      await handle.truncate(keep);
      await handle.sync();
      await syncFolder(dirname(path));
      return durableFileOn(handle, keep);
    } catch (error) {
      await handle.close();
      throw error;
    }
  });

/** Replaces the few bytes of a small file in place: less than a sector, so a power cut leaves old or new. */
export const writeInPlace = (path: string, bytes: Uint8Array): Promise<void> =>
  guarded(async () => {
    const handle = await open(path, 'r+').catch(() => open(path, 'w', 0o600));
    try {
      await writeAll(handle, bytes, 0);
      await handle.sync();
    } finally {
      await handle.close();
    }
  });
