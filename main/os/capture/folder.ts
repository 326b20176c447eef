import { constants } from 'node:fs';
import { lstat, open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { refuse } from './refusals';
import type { Shelf } from './shelf';

const absent = new Set(['ENOENT', 'ENOTDIR']);
const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';

/** A link could point at any file of the reader's PC, and its content would leave in a report. */
const checkPlain = async (root: string, name: string, path: string): Promise<void> => {
  const found = await lstat(path);
  if (found.isSymbolicLink()) refuse('capture-hostile', `symlink ${name}`);
  if (!found.isFile()) refuse('capture-hostile', `special-file ${name}`);
  const real = await realpath(path);
  if (real !== join(root, ...name.split('/')) && real.toLowerCase() !== path.toLowerCase())
    refuse('capture-hostile', `symlink ${name}`);
};

const readCapped = async (path: string, name: string, maxBytes: number): Promise<Uint8Array> => {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const parts: Uint8Array[] = [];
    let total = 0;
    for (;;) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(64 * 1024));
      if (bytesRead === 0) return Buffer.concat(parts);
      total += bytesRead;
      if (total > maxBytes) refuse('capture-hostile', `file-too-large ${name}`);
      parts.push(buffer.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
};

export const openFolder = async (path: string): Promise<Shelf> => {
  const root = await realpath(path);
  return {
    async take(name, maxBytes) {
      const file = [root, ...name.split('/')].join(sep);
      try {
        await checkPlain(root, name, file);
        return await readCapped(file, name, maxBytes);
      } catch (error) {
        if (absent.has(codeOf(error))) return null;
        throw error;
      }
    },
  };
};
