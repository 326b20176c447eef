import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { failed, ok, unavailable } from '../core/reading';
import type { RawReading } from './port';

interface Measured {
  name: string;
  bytes: number;
  files: number;
  /** False when a folder inside was closed to us, or the time was up. */
  whole: boolean;
}

interface Walk {
  late(): boolean;
}

/** Programs keep their own data there; none of it is a file somebody saved. */
const notSaved = new Set(['appdata', 'microsoftedgebackups', 'intelgraphicsprofiles']);
const isHidden = (name: string) => name.startsWith('.') || name.startsWith('$');

/** Links lead elsewhere, or round in circles: only real folders and files are counted. */
const measureFolder = async (path: string, into: Measured, walk: Walk): Promise<void> => {
  try {
    for await (const entry of await opendir(path)) {
      if (walk.late()) {
        into.whole = false;
        return;
      }
      const inside = join(path, entry.name);
      if (entry.isDirectory()) await measureFolder(inside, into, walk);
      else if (entry.isFile()) {
        into.bytes += (await lstat(inside)).size;
        into.files += 1;
      }
    }
  } catch {
    into.whole = false;
  }
};

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown';

/**
 * How much lies in each folder of a profile, as JSON. Asking for a size fetches nothing: a file that is
 * only in the cloud tells its size without coming down.
 */
export const readSizes = async (
  root: string,
  limitMs: number,
  signal?: AbortSignal,
): Promise<RawReading> => {
  const began = performance.now();
  const walk: Walk = {
    late: () => signal?.aborted === true || performance.now() - began > limitMs,
  };
  const loose: Measured = { name: '', bytes: 0, files: 0, whole: true };
  const folders: Measured[] = [];
  try {
    for await (const entry of await opendir(root)) {
      const path = join(root, entry.name);
      if (entry.isDirectory() && !isHidden(entry.name) && !notSaved.has(entry.name.toLowerCase())) {
        const folder: Measured = { name: entry.name, bytes: 0, files: 0, whole: true };
        folders.push(folder);
        await measureFolder(path, folder, walk);
      } else if (entry.isFile() && !/^ntuser\./iu.test(entry.name)) {
        loose.bytes += (await lstat(path)).size;
        loose.files += 1;
      }
    }
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return unavailable('absent', code);
    if (code === 'EACCES' || code === 'EPERM') return unavailable('denied', code);
    return failed('crashed', code);
  }
  if (signal?.aborted === true) return failed('cancelled');
  const bytes = Buffer.from(JSON.stringify({ root, folders, loose }));
  return ok({ bytes, exitCode: null, ms: Math.round(performance.now() - began) });
};
