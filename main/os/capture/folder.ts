import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
} from 'node:fs';
import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import { refuse } from './refusals';
import type { Shelf } from './shelf';

const absent = new Set(['ENOENT', 'ENOTDIR']);
const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';

/** A link could point at any file of the reader's PC, and its content would leave in a report. */
const checkPlain = (root: string, name: string, path: string): void => {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) refuse('capture-hostile', `symlink ${name}`);
  if (!found.isFile()) refuse('capture-hostile', `special-file ${name}`);
  // The folder itself is already resolved, so only a folder on the way could lead elsewhere.
  if (!name.includes('/')) return;
  const real = realpathSync.native(path);
  if (real !== join(root, ...name.split('/')) && real.toLowerCase() !== path.toLowerCase())
    refuse('capture-hostile', `symlink ${name}`);
};

/** All of an open file, whatever size it claims to have. */
const readOpen = (file: number, name: string, maxBytes: number): Uint8Array => {
  const found = fstatSync(file);
  if (!found.isFile()) refuse('capture-hostile', `special-file ${name}`);
  const parts: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const room = Buffer.allocUnsafeSlow(Math.max(Math.min(found.size, maxBytes) - total, 0) + 1);
    const count = readSync(file, room);
    total += count;
    if (total > maxBytes) refuse('capture-hostile', `file-too-large ${name}`);
    if (count > 0) parts.push(room.subarray(0, count));
    const [only] = parts;
    if (count < room.length) return parts.length === 1 && only ? only : Buffer.concat(parts);
  }
};

/** Neither through a link, nor waiting for the other end of a pipe that took the file's place meanwhile. */
const how = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

const readCapped = (path: string, name: string, maxBytes: number): Uint8Array => {
  const file = openSync(path, how);
  try {
    return readOpen(file, name, maxBytes);
  } finally {
    closeSync(file);
  }
};

/** So long one may read before others get their turn, in milliseconds. */
const atOnceMs = 10;

/**
 * A hundred small files. Asked for from a thread of its own, each costs fifteen times what reading it costs, and
 * all of them more than the whole diagnosis; so they are read in place. The folder has answered before, in `realpath`.
 */
export const openFolder = async (path: string): Promise<Shelf> => {
  const root = await realpath(path);
  let began = performance.now();
  return {
    async take(name, maxBytes) {
      if (performance.now() - began > atOnceMs) {
        await otherWork();
        began = performance.now();
      }
      const file = [root, ...name.split('/')].join(sep);
      try {
        checkPlain(root, name, file);
        return readCapped(file, name, maxBytes);
      } catch (error) {
        if (absent.has(codeOf(error))) return null;
        throw error;
      }
    },
  };
};
