import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What waits, as it lies on the disk: `<id>.data`, and beside it `<id>.json` that says what it is. */
const shape = z.strictObject({
  schema: z.literal(1),
  id: z.uuid(),
  way: z.enum(['folder', 'put']),
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/u),
  to: z.string().max(2_000),
  bytes: z.int().min(0),
  digest: z.string().length(64),
});
export type Waiting = z.infer<typeof shape>;

export interface Shelf {
  /** What waits from before, oldest names first. */
  read(): Promise<Waiting[]>;
  put(item: Omit<Waiting, 'schema' | 'digest' | 'bytes'>, bytes: Uint8Array): Promise<Waiting>;
  /** Null when it is gone, or is not what was put there. */
  bytes(item: Waiting): Promise<Uint8Array | null>;
  drop(id: string): Promise<void>;
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const writeWhole = async (path: string, bytes: Uint8Array | string): Promise<void> => {
  const handle = await open(`${path}.new`, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${path}.new`, path);
};

/**
 * The data is down before the word that it is there, and the word goes before the data: a power cut leaves
 * something whole or nothing. In a folder of this user's, readable by nobody else.
 */
export const createShelf = (folder: string): Shelf => {
  const data = (id: string) => join(folder, `${id}.data`);
  const word = (id: string) => join(folder, `${id}.json`);
  const readOne = async (name: string): Promise<Waiting | null> => {
    try {
      const item = shape.safeParse(JSON.parse(await readFile(join(folder, name), 'utf8')));
      return item.success && `${item.data.id}.json` === name ? item.data : null;
    } catch {
      return null;
    }
  };
  return {
    read: async () => {
      const names = await readdir(folder).catch(() => []);
      const found = await Promise.all(
        names.filter((name) => name.endsWith('.json')).map((name) => readOne(name)),
      );
      const items = found.filter((item) => item !== null);
      const kept = new Set(items.flatMap(({ id }) => [`${id}.data`, `${id}.json`]));
      for (const name of names)
        if (!kept.has(name)) await rm(join(folder, name), { force: true }).catch(() => undefined);
      return items.sort((one, other) => one.name.localeCompare(other.name));
    },
    put: async (about, bytes) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const item: Waiting = { schema: 1, ...about, bytes: bytes.length, digest: digestOf(bytes) };
      await writeWhole(data(item.id), bytes);
      await writeWhole(word(item.id), JSON.stringify(item));
      return item;
    },
    bytes: async ({ id, digest }) => {
      const bytes = await readFile(data(id)).catch(() => null);
      return bytes !== null && digestOf(bytes) === digest ? bytes : null;
    },
    drop: async (id) => {
      await rm(word(id), { force: true });
      await rm(data(id), { force: true });
    },
  };
};
