import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { done, refused, type Result } from '../result';
import { manifestName, type Capture } from './manifest';

export type WriteRefusal =
  | 'target-exists'
  | 'target-not-a-capture'
  | 'folder-missing'
  | 'read-only'
  | 'disk-full'
  | 'denied'
  | 'cancelled'
  | 'cannot-write';

export interface WriteOptions {
  /** Replaces a capture that is already there; anything else is never replaced. */
  force?: boolean;
  signal?: AbortSignal;
}

const byErrno: Record<string, WriteRefusal> = {
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-missing',
  EROFS: 'read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EACCES: 'denied',
  EPERM: 'denied',
  EEXIST: 'target-exists',
  ENOTEMPTY: 'target-exists',
  ABORT_ERR: 'cancelled',
};

/** What an error of the file system means for the person who asked for the file. */
export const writeRefusal = (
  error: unknown,
): { ok: false; code: WriteRefusal; detail?: string } => {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? 'unknown';
  return refused(
    Object.hasOwn(byErrno, code) ? (byErrno[code] as WriteRefusal) : 'cannot-write',
    code,
  );
};

const isArchiveName = (path: string): boolean => /\.(zip|fieldkit)$/i.test(path);

const sync = async (path: string): Promise<void> => {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const indexOf = (capture: Capture): Buffer =>
  Buffer.from(`${JSON.stringify(capture.manifest, null, 2)}\n`);

const writeArchive = async (capture: Capture, path: string, signal?: AbortSignal) => {
  const zip = new ZipFile();
  const options = { mtime: new Date(capture.manifest.madeAt), mode: 0o100600 };
  zip.addBuffer(indexOf(capture), manifestName, options);
  for (const [name, bytes] of capture.files) zip.addBuffer(Buffer.from(bytes), name, options);
  zip.end();
  const target = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  await pipeline(zip.outputStream, target, signal === undefined ? {} : { signal });
  await sync(path);
};

const writePlain = async (path: string, bytes: Uint8Array): Promise<void> => {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const writeFolder = async (capture: Capture, path: string, signal?: AbortSignal) => {
  await mkdir(path, { mode: 0o700 });
  for (const [name, bytes] of capture.files) {
    signal?.throwIfAborted();
    const file = join(path, ...name.split('/'));
    await mkdir(dirname(file), { recursive: true });
    await writePlain(file, bytes);
  }
  // The index comes last: without it a folder is no capture.
  await writePlain(join(path, manifestName), indexOf(capture));
};

type Target = 'absent' | 'file' | 'capture-folder' | 'other';

const lookAt = async (path: string): Promise<Target> => {
  const found = await lstat(path).catch(() => null);
  if (found === null) return 'absent';
  if (found.isFile()) return isArchiveName(path) ? 'file' : 'other';
  if (!found.isDirectory()) return 'other';
  const names = await readdir(path);
  return names.length === 0 || names.includes(manifestName) ? 'capture-folder' : 'other';
};

/** Null when a capture may be written there. Worth asking before a long look at the machine. */
export const objectionTo = async (out: string, force = false): Promise<WriteRefusal | null> => {
  const path = resolve(out);
  const parent = await stat(dirname(path)).catch(() => null);
  if (parent?.isDirectory() !== true) return 'folder-missing';
  const target = await lookAt(path);
  if (target === 'absent') return null;
  if (!force) return 'target-exists';
  return (target === 'file') === isArchiveName(path) && target !== 'other'
    ? null
    : 'target-not-a-capture';
};

/** A file is replaced in one step; a folder cannot be, so the old one waits aside until the new one is in place. */
const putInPlace = async (temporary: string, path: string): Promise<void> => {
  if ((await lookAt(path)) !== 'capture-folder') return rename(temporary, path);
  const aside = `${temporary}.old`;
  await rename(path, aside);
  try {
    await rename(temporary, path);
  } catch (error) {
    await rename(aside, path);
    throw error;
  }
  await rm(aside, { recursive: true, force: true });
};

/** Makes the new name itself survive a power cut, where the system can do that. */
const syncFolder = async (path: string): Promise<void> => {
  const handle = await open(path, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};

/**
 * Writes beside the target and moves it there at the end, so that the name never stands for half
 * a capture, whatever happens in between.
 */
export const writeCapture = async (
  capture: Capture,
  out: string,
  { force = false, signal }: WriteOptions = {},
): Promise<Result<string, WriteRefusal>> => {
  const path = resolve(out);
  const parent = dirname(path);
  const temporary = join(parent, `.${basename(path)}.${randomBytes(6).toString('hex')}.partial`);
  try {
    signal?.throwIfAborted();
    await (isArchiveName(path) ? writeArchive : writeFolder)(capture, temporary, signal);
    const objection = await objectionTo(path, force);
    if (objection !== null) return refused(objection);
    await putInPlace(temporary, path);
    await syncFolder(parent);
    return done(path);
  } catch (error) {
    return signal?.aborted === true ? refused('cancelled') : writeRefusal(error);
  } finally {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
  }
};
