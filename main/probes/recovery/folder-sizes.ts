import type { FolderSizes } from '../../core/facts/recovery';
import { failed, ok } from '../../core/reading';
import type { Probe } from '../probe';
import { textOf } from '../text/raw';

const source = {
  kind: 'sizes',
  key: 'sizes-profile',
  rights: 'user',
  limitMs: 20_000,
  path: '%USERPROFILE%',
} as const;

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const folderOf = (value: unknown): FolderSizes['folders'][number] | null => {
  if (typeof value !== 'object' || value === null) return null;
  const { name, bytes, files, whole } = value as Record<string, unknown>;
  if (typeof name !== 'string' || !isCount(bytes) || !isCount(files)) return null;
  return { name, bytes, files, whole: whole === true };
};

const parseSizes = (text: string): FolderSizes | null => {
  try {
    const { root, folders, loose } = JSON.parse(text) as Record<string, unknown>;
    if (typeof root !== 'string' || !Array.isArray(folders)) return null;
    const read = folders.map(folderOf);
    const rest = folderOf(loose);
    return read.includes(null) || rest === null
      ? null
      : { root, folders: read.filter((folder) => folder !== null), loose: rest };
  } catch {
    return null;
  }
};

/** Slow on a full disk, and it names what a person keeps: read only before a reset. */
export const folderSizesProbe: Probe<'folder-sizes'> = {
  id: 'folder-sizes',
  on: ['win32'],
  reads: [source],
  onRequest: true,
  parse: (raws) => {
    const told = textOf(raws, source.key);
    if (told.kind !== 'ok') return told;
    const sizes = parseSizes(told.value.text);
    return sizes === null ? failed('not-understood', 'not sizes') : ok(sizes);
  },
};
