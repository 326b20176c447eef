import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

/** Time and verdict are the name, so that old looks can be chosen for removal without being read. */
const nameOf = /^(\d{13})-(healthy|attention|broken|unknown)\.json\.gz$/u;

export interface KeptName {
  file: string;
  at: number;
  state: string;
}

/** Far above any real look; a file that swells when unpacked is not one of ours. */
const mostUnpacked = 32 * 1024 * 1024;

const [pack, unpack] = [promisify(gzip), promisify(gunzip)];

/** The folder of earlier looks: this user's only, and nothing but our own names in it is ever touched. */
export const historyFolder = (folder: string) => ({
  /** Newest first. A folder that is not there, or not readable, holds nothing. */
  list: async (): Promise<KeptName[]> => {
    const files = await readdir(folder).catch(() => []);
    return files
      .flatMap((file) => {
        const [, at, state] = nameOf.exec(file) ?? [];
        return at === undefined || state === undefined ? [] : [{ file, at: Number(at), state }];
      })
      .sort((a, b) => b.at - a.at);
  },
  /** Null for what is damaged, gone or not readable. */
  read: async ({ file }: KeptName): Promise<unknown> => {
    try {
      const packed = await readFile(join(folder, file));
      const bytes = await unpack(packed, { maxOutputLength: mostUnpacked });
      return JSON.parse(bytes.toString('utf8'));
    } catch {
      return null;
    }
  },
  /** Whole or not at all: written aside, flushed and moved. False where the disk refuses. */
  write: async (at: number, state: string, content: unknown): Promise<boolean> => {
    const path = join(folder, `${String(at).padStart(13, '0')}-${state}.json.gz`);
    const aside = `${path}.${process.pid}.new`;
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const bytes = await pack(Buffer.from(JSON.stringify(content)));
      const handle = await open(aside, 'w', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(aside, path);
      return true;
    } catch {
      await rm(aside, { force: true }).catch(() => undefined);
      return false;
    }
  },
  remove: async ({ file }: KeptName): Promise<boolean> =>
    rm(join(folder, file), { force: true }).then(
      () => true,
      () => false,
    ),
});
