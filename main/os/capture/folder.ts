import { constants } from 'node:fs';
import { lstat, open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { readAll } from '../read-all';
import { refuse } from './refusals';
import type { Shelf } from './shelf';

const absent = new Set(['ENOENT', 'ENOTDIR']);
const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';

/** A link could point at any file of the reader's PC, and its content would leave in a report. */
const sizeOfPlain = async (root: string, name: string, path: string): Promise<number> => {
  const found = await lstat(path);
  if (found.isSymbolicLink()) refuse('capture-hostile', `symlink ${name}`);
  if (!found.isFile()) refuse('capture-hostile', `special-file ${name}`);
  // The folder itself is already resolved, so only a folder on the way could lead elsewhere.
  if (!name.includes('/')) return found.size;
  const real = await realpath(path);
  if (real !== join(root, ...name.split('/')) && real.toLowerCase() !== path.toLowerCase())
    refuse('capture-hostile', `symlink ${name}`);
  return found.size;
};

const readCapped = async (
  path: string,
  name: string,
  size: number,
  maxBytes: number,
): Promise<Uint8Array> => {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    return (
      (await readAll(handle, size, maxBytes)) ?? refuse('capture-hostile', `file-too-large ${name}`)
    );
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
        const size = await sizeOfPlain(root, name, file);
        return await readCapped(file, name, size, maxBytes);
      } catch (error) {
        if (absent.has(codeOf(error))) return null;
        throw error;
      }
    },
  };
};
