import { emptySheet, mergeSheets, type Sheet } from '../core/batch/sheet';
import type { WriteRefusal } from '../os/capture/write';
import { takeLock } from '../os/lock';
import { done, refused, type Result } from '../os/result';
import { readVersions, writeVersion, type ReadRefusal, type SheetDisk } from '../os/sheet-file';
import { readSheet, sheetBytes, type SheetRefusal } from './shape';

type FileRefusal = ReadRefusal | SheetRefusal;

/** All whole versions together: what was written when the power went is there, or what was before. */
export const loadSheet = async (path: string): Promise<Result<Sheet, FileRefusal>> => {
  const found = await readVersions(path);
  if (!found.ok) return found;
  const read = found.value.map(readSheet);
  const newer = read.find((one) => !one.ok && one.code === 'sheet-newer');
  // An older program must not write over what it does not understand.
  if (newer !== undefined && !newer.ok) return newer;
  const whole = read.flatMap((one) => (one.ok ? [one.value] : []));
  const [first] = whole;
  if (first !== undefined) return done(whole.reduce(mergeSheets));
  const [wrong] = read;
  return wrong !== undefined && !wrong.ok ? wrong : refused('sheet-damaged');
};

export type ChangeRefusal = FileRefusal | WriteRefusal | 'busy';

const tries = 40;
const pauseMs = 50;

const locked = async (path: string) => {
  for (let nr = 0; nr < tries; nr += 1) {
    const lock = await takeLock(`sheet ${path}`);
    if (lock !== null) return lock;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return null;
};

/**
 * Read, changed and written as one, so that nothing is lost that another window or another technician on the
 * same stick wrote in between.
 */
export const changeSheet = async (
  path: string,
  change: (sheet: Sheet) => Sheet,
  { create = false, disk }: { create?: boolean; disk?: SheetDisk } = {},
): Promise<Result<Sheet, ChangeRefusal>> => {
  const lock = await locked(path);
  if (lock === null) return refused('busy');
  try {
    const loaded = await loadSheet(path);
    if (!loaded.ok && !(create && loaded.code === 'absent')) return loaded;
    const before = loaded.ok ? loaded.value : emptySheet;
    const after = change(before);
    if (after === before && loaded.ok) return done(after);
    const written = await writeVersion(path, sheetBytes(after), disk);
    return written.ok ? done(after) : written;
  } finally {
    await lock.release();
  }
};
