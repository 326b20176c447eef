import { readdir, readFile } from 'node:fs/promises';
import { extname, join, posix } from 'node:path';
import { DoorError } from './door-error';

interface BuiltFile {
  type: string;
  bytes: Buffer;
}

/** By the exact path of the request: nothing is decoded, joined or looked up on disk, so nothing escapes. */
export type BuiltFiles = ReadonlyMap<string, BuiltFile>;

/** What has no type here is not served: a stray file in the folder stays where it is. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Reads the page once at start; links in the folder are not followed. */
export const readBuiltFiles = async (root: string): Promise<BuiltFiles> => {
  const files = new Map<string, BuiltFile>();
  const walk = async (folder: string, address: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      const at = posix.join(address, entry.name);
      const type = types[extname(entry.name)];
      if (entry.isDirectory()) await walk(path, at);
      else if (entry.isFile() && type !== undefined)
        files.set(at, { type, bytes: await readFile(path) });
    }
  };
  await walk(root, '/').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  if (!files.has('/index.html')) throw new DoorError('page-missing');
  return files;
};
