import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where our own files are: a checkout, a built tree or the archive of a package are laid out alike. */
const findRoot = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (let level = 0; level < 6; level += 1) {
    if (existsSync(join(folder, 'resources', 'devices'))) return folder;
    folder = dirname(folder);
  }
  return dirname(dirname(fileURLToPath(import.meta.url)));
};

export const ownFile = (...parts: string[]): string => join(findRoot(), ...parts);
