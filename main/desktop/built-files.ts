import { lstatSync, readdirSync } from 'node:fs';
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
  // Name by name: inside an asar archive only the plainest calls are sure to answer like a disk.
  const walk = (directory: string, address: string): void => {
    for (const name of readdirSync(directory)) {
      const path = join(directory, name);
      const at = posix.join(address, name);
      const entry = lstatSync(path);
      const type = types[extname(name)];
      if (entry.isDirectory()) walk(path, at);
      else if (entry.isFile() && type !== undefined) files.set(at, { path, type });
    }
  };
  walk(folder, '/');
  const index = files.get('/index.html');
  if (index !== undefined) files.set('/', index);
  return files;
};
