import { readdirSync } from 'node:fs';
import { extname, join, posix } from 'node:path';

export interface BuiltFile {
  path: string;
  type: string;
}

/** A kind of file that is not named here is never served. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * Every file the page may ask for, by its path in the address. Read once at the start: later requests
 * are looked up here and never turned into a path, so there is no path to escape from.
 */
export const listBuiltFiles = (folder: string): ReadonlyMap<string, BuiltFile> => {
  const files = new Map<string, BuiltFile>();
  // Folder by folder, because the recursive form is not promised inside an asar archive.
  const walk = (directory: string, address: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const path = join(directory, entry.name);
      const at = posix.join(address, entry.name);
      if (entry.isDirectory()) walk(path, at);
      const type = types[extname(entry.name)];
      if (entry.isFile() && type !== undefined) files.set(at, { path, type });
    }
  };
  walk(folder, '/');
  const index = files.get('/index.html');
  if (index !== undefined) files.set('/', index);
  return files;
};
