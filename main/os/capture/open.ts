import { open, stat } from 'node:fs/promises';
import { decode } from '../decode';
import { done, refused, type Result } from '../result';
import { openFolder } from './folder';
import { limits } from './limits';
import {
  captureSchema,
  manifestName,
  manifestShape,
  type Capture,
  type Manifest,
} from './manifest';
import { duplicateName, hostileName } from './names';
import { Refusal, refuse, type CaptureRefusal } from './refusals';
import type { Shelf } from './shelf';

export type OpenedCapture = Result<Capture, CaptureRefusal>;

const parseManifest = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(decode(bytes).text);
  } catch {
    return refuse('capture-damaged', `${manifestName} is not JSON`);
  }
};

/** Only a name that could harm is hostile; one that is merely malformed is damage. */
const checkNames = (json: Record<string, unknown>): void => {
  const sources = json['sources'];
  if (typeof sources !== 'object' || sources === null) return;
  for (const entry of Object.values(sources) as unknown[]) {
    const file = (entry as { file?: unknown } | null)?.file;
    const hostile = typeof file === 'string' ? hostileName(file) : null;
    if (hostile !== null) refuse('capture-hostile', hostile);
  }
};

const readManifest = (bytes: Uint8Array): Manifest => {
  const json = parseManifest(bytes);
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return refuse('not-a-capture', `${manifestName} is not an object`);
  const { schema, tool } = json as Record<string, unknown>;
  if (tool !== 'fieldkit' || typeof schema !== 'number')
    return refuse('not-a-capture', `${manifestName} is of another tool`);
  if (schema > captureSchema) return refuse('capture-newer', `schema ${schema}`);
  checkNames(json as Record<string, unknown>);
  const checked = manifestShape.safeParse(json);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  return refuse('capture-damaged', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
};

const fileNames = (manifest: Manifest): string[] => {
  const names = new Set<string>();
  for (const entry of Object.values(manifest.sources))
    if (entry.outcome === 'ok') names.add(entry.file);
  const twice = duplicateName([...names, manifestName]);
  if (twice !== null) refuse('capture-hostile', `duplicate-name ${twice}`);
  return [...names];
};

const readShelf = async (shelf: Shelf): Promise<Capture> => {
  const index = await shelf.take(manifestName, limits.manifestBytes);
  if (index === null) return refuse('not-a-capture', `no ${manifestName}`);
  const manifest = readManifest(index);
  const names = fileNames(manifest);
  if (names.length > limits.entries) refuse('capture-hostile', 'too-many-entries');
  const files = new Map<string, Uint8Array>();
  let left: number = limits.totalBytes;
  for (const name of names) {
    const bytes = await shelf.take(name, Math.min(limits.fileBytes, left));
    if (bytes === null) return refuse('capture-damaged', `missing ${name}`);
    left -= bytes.length;
    files.set(name, bytes);
  }
  return { manifest, files };
};

const guarded = async (read: () => Promise<Capture>, other: CaptureRefusal) => {
  try {
    return done(await read());
  } catch (error) {
    if (error instanceof Refusal) return refused(error.code, error.reason);
    return refused(other, (error as NodeJS.ErrnoException).code ?? (error as Error).message);
  }
};

const startsLikeZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

const readArchive = async (bytes: Buffer): Promise<Capture> => {
  if (bytes.length > limits.archiveBytes) return refuse('too-large', 'archive');
  if (!startsLikeZip(bytes)) return refuse('not-a-capture', 'neither archive nor folder');
  try {
    // A capture that is a folder needs none of what unpacks.
    const { openArchive } = await import('./archive');
    return await readShelf(await openArchive(bytes));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const message = (error as Error).message;
    if (message.includes('strong encryption')) return refuse('capture-hostile', 'encrypted');
    return refuse('capture-damaged', message);
  }
};

/** An archive that came as bytes: dropped on the page, or from a pipe. */
export const openCaptureBytes = (bytes: Uint8Array): Promise<OpenedCapture> =>
  guarded(
    () => readArchive(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
    'capture-damaged',
  );

const readFileCapped = async (path: string): Promise<Buffer> => {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const head = Buffer.alloc(2);
    await handle.read(head, 0, 2, 0);
    // Looked at before the size, so that any large file of another kind is called what it is.
    if (!startsLikeZip(head)) refuse('not-a-capture', 'neither archive nor folder');
    if (size > limits.archiveBytes) refuse('too-large', 'archive');
    return await handle.readFile();
  } finally {
    await handle.close();
  }
};

/** A capture on disk: a folder, or an archive under any name. */
export const openCapture = (path: string): Promise<OpenedCapture> =>
  guarded(async () => {
    const found = await stat(path);
    if (found.isDirectory()) return readShelf(await openFolder(path));
    if (!found.isFile()) return refuse('not-a-capture', 'special file');
    return readArchive(await readFileCapped(path));
  }, 'cannot-open');
