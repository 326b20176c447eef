import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { limits } from './limits';
import { duplicateName, hostileName } from './names';
import { refuse } from './refusals';
import type { Shelf } from './shelf';
import { manifestName } from './manifest';

const inflate = promisify(inflateRaw);
const stored = 0;
const deflated = 8;
const unixType = { mask: 0xf000, link: 0xa000, file: 0x8000, folder: 0x4000 } as const;

interface Listed {
  name: string;
  entry: Entry;
}

/** The name decides only about safety: a capture names its own files in plain ASCII. */
const nameOf = (entry: Entry): string => {
  const raw = entry.fileName as unknown as Buffer;
  if ((entry.generalPurposeBitFlag & 0x800) === 0) return raw.toString('latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    return refuse('capture-hostile', 'name-not-text');
  }
};

const checkKind = (name: string, entry: Entry): void => {
  if (entry.isEncrypted()) refuse('capture-hostile', `encrypted ${name}`);
  const type = (entry.externalFileAttributes >>> 16) & unixType.mask;
  if (type === unixType.link) refuse('capture-hostile', `symlink ${name}`);
  if (type !== 0 && type !== unixType.file && type !== unixType.folder)
    refuse('capture-hostile', `special-file ${name}`);
};

const checkSize = (name: string, size: number, packed: number): void => {
  if (size > limits.fileBytes) refuse('capture-hostile', `file-too-large ${name}`);
  if (size > limits.ratioFromBytes && size > packed * limits.ratio)
    refuse('capture-hostile', `bomb-ratio ${name}`);
};

const openZip = (bytes: Buffer) =>
  new Promise<ZipFile>((resolve, reject) => {
    // Names are checked here, on the raw bytes: the library would mend a backslash silently.
    const options = { lazyEntries: true, decodeStrings: false };
    fromBuffer(bytes, options, (error, zip) => (error === null ? resolve(zip) : reject(error)));
  });

const walk = (zip: ZipFile) =>
  new Promise<Listed[]>((resolve, reject) => {
    const listed: Listed[] = [];
    let total = 0;
    zip.on('error', reject);
    zip.on('end', () => resolve(listed));
    zip.on('entry', (entry: Entry) => {
      try {
        const name = nameOf(entry);
        const hostile = hostileName(name);
        if (hostile !== null) refuse('capture-hostile', hostile);
        checkKind(name, entry);
        checkSize(name, entry.uncompressedSize, entry.compressedSize);
        total += entry.uncompressedSize;
        if (total > limits.totalBytes) refuse('capture-hostile', 'bomb-total');
        listed.push({ name, entry });
        if (listed.length > limits.entries) refuse('capture-hostile', 'too-many-entries');
        zip.readEntry();
      } catch (error) {
        reject(error as Error);
      }
    });
    zip.readEntry();
  });

const dataStart = (zip: ZipFile, entry: Entry) =>
  new Promise<number>((resolve, reject) => {
    zip.readLocalFileHeader(entry, { minimal: true }, (error, header) =>
      error === null ? resolve(header.fileDataStart) : reject(error),
    );
  });

/** The declared size may be a lie: the limit also holds while unpacking. */
const unpack = async (packed: Buffer, { name, entry }: Listed): Promise<Buffer> => {
  if (entry.compressionMethod === stored) return packed;
  if (entry.compressionMethod !== deflated)
    refuse('capture-damaged', `unknown compression ${name}`);
  try {
    return await inflate(packed, { maxOutputLength: Math.max(entry.uncompressedSize, 1) });
  } catch (error) {
    const over = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return over
      ? refuse('capture-hostile', `bomb-size ${name}`)
      : refuse('capture-damaged', `cannot unpack ${name}`);
  }
};

/** People zip the folder as often as its content, so one folder above the index is accepted. */
const prefixOf = (listed: readonly Listed[]): string => {
  const indexes = listed
    .map(({ name }) => name)
    .filter((name) => name === manifestName || name.endsWith(`/${manifestName}`))
    .sort((one, other) => one.split('/').length - other.split('/').length);
  const depth = (name: string) => name.split('/').length;
  const [first, second] = indexes;
  if (first === undefined) return refuse('not-a-capture', `no ${manifestName}`);
  if (depth(first) > 2 || (second !== undefined && depth(second) === depth(first)))
    return refuse('not-a-capture', `no single ${manifestName}`);
  return first.slice(0, -manifestName.length);
};

export const openArchive = async (bytes: Buffer): Promise<Shelf> => {
  const zip = await openZip(bytes);
  const listed = await walk(zip);
  const twice = duplicateName(listed.map(({ name }) => name));
  if (twice !== null) refuse('capture-hostile', `duplicate-name ${twice}`);
  const prefix = prefixOf(listed);
  const byName = new Map(listed.map((item) => [item.name, item]));
  return {
    async take(name, maxBytes) {
      const item = byName.get(prefix + name);
      if (item === undefined) return null;
      const { entry } = item;
      if (entry.uncompressedSize > maxBytes) refuse('capture-hostile', `file-too-large ${name}`);
      const start = await dataStart(zip, entry);
      const data = await unpack(bytes.subarray(start, start + entry.compressedSize), item);
      if (data.length !== entry.uncompressedSize || crc32(data) !== entry.crc32)
        refuse('capture-damaged', `checksum ${name}`);
      return data;
    },
  };
};
