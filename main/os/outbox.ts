import { open, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { writeRefusal, type WriteRefusal } from './capture/write';
import { done, type Result } from './result';

const isFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** Where a person looks first for what a program gave them. */
export const giveOutFolder = async (home = homedir()): Promise<string> => {
  for (const name of ['Downloads', 'Documents'])
    if (await isFolder(join(home, name))) return join(home, name);
  return home;
};

const mostTries = 100;

const writeNew = async (path: string, bytes: Uint8Array): Promise<void> => {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } catch (error) {
    // Half a report would pass for a whole one.
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
};

/** A new file beside whatever is there: nothing of the person's is ever written over. */
export const writeBeside = async (
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<Result<string, WriteRefusal>> => {
  const dot = name.lastIndexOf('.');
  let refusal = writeRefusal({ code: 'EEXIST' });
  for (let nr = 1; nr <= mostTries && refusal.code === 'target-exists'; nr += 1) {
    const numbered = nr === 1 ? name : `${name.slice(0, dot)}-${String(nr)}${name.slice(dot)}`;
    try {
      await writeNew(join(folder, numbered), bytes);
      return done(join(folder, numbered));
    } catch (error) {
      refusal = writeRefusal(error);
    }
  }
  return refusal;
};
