import { ok, unavailable } from '../../core/reading';
import type { Reading } from '../../core/reading';
import type { RegistryHive, Source } from '../../os/port';
import type { Raws } from '../probe';
import { filled, filledLines } from './lines';
import { codePageSource, decoded, notUnderstood, rawOf } from './raw';
import { parseRegistry, registryBytes, registryNumber, registryStrings } from './registry-text';
import type { RegistryKey, RegistryValue } from './registry-text';

type RegistrySource = Extract<Source, { kind: 'registry' }>;

export const registrySource = (
  key: string,
  hive: RegistryHive,
  path: string,
  rights: Source['rights'] = 'user',
): RegistrySource => ({ kind: 'registry', key, rights, limitMs: 5_000, hive, path, recurse: true });

/** Without what lies below: for keys whose depths are large or none of our business. */
export const shallow = (source: RegistrySource): RegistrySource => ({ ...source, recurse: false });

/** What a probe declares when it reads the registry. */
export const registryReads = (...sources: RegistrySource[]): Source[] => [
  ...sources,
  codePageSource,
];

const hives: Record<RegistryHive, string> = {
  HKLM: 'HKEY_LOCAL_MACHINE',
  HKCU: 'HKEY_CURRENT_USER',
  HKU: 'HKEY_USERS',
};

/** A part of the registry. Paths are relative to what the source asked for; '' is that key itself. */
export interface RegistryTree {
  /** False when the key is not there: that is known, not a gap. */
  exists: boolean;
  value(path: string, name: string): RegistryValue | null;
  string(path: string, name: string): string | null;
  number(path: string, name: string): number | null;
  /** A DWORD that means yes or no; null when absent. */
  flag(path: string, name: string): boolean | null;
  bytes(path: string, name: string): Uint8Array | null;
  strings(path: string, name: string): string[];
  values(path: string): RegistryValue[];
  has(path: string): boolean;
  /** Names of the direct children. */
  children(path: string): string[];
}

const joined = (root: string, path: string): string => (path === '' ? root : `${root}\\${path}`);

/** Children of every key below the root, by the lower-case path of the parent. */
const childrenOf = (keys: readonly RegistryKey[], root: string): Map<string, Set<string>> => {
  const found = new Map<string, Map<string, string>>();
  for (const { path } of keys) {
    if (!path.toLowerCase().startsWith(`${root.toLowerCase()}\\`)) continue;
    let parent = root.toLowerCase();
    for (const name of path.slice(root.length + 1).split('\\')) {
      const siblings = found.get(parent) ?? new Map<string, string>();
      found.set(parent, siblings);
      if (!siblings.has(name.toLowerCase())) siblings.set(name.toLowerCase(), name);
      parent = `${parent}\\${name.toLowerCase()}`;
    }
  }
  return new Map([...found].map(([parent, names]) => [parent, new Set(names.values())]));
};

const treeOf = (keys: RegistryKey[], root: string, exists: boolean): RegistryTree => {
  const byPath = new Map(keys.map((key) => [key.path.toLowerCase(), key]));
  const value = (path: string, name: string) =>
    byPath
      .get(joined(root, path).toLowerCase())
      ?.values.find((entry) => entry.name.toLowerCase() === name.toLowerCase()) ?? null;
  const below = childrenOf(keys, root);
  const children = (path: string) => [...(below.get(joined(root, path).toLowerCase()) ?? [])];
  const number = (path: string, name: string) => registryNumber(value(path, name));
  return {
    exists,
    value,
    children,
    number,
    string: (path, name) => filled(value(path, name)?.data),
    flag: (path, name) => {
      const found = number(path, name);
      return found === null ? null : found !== 0;
    },
    bytes: (path, name) => registryBytes(value(path, name)),
    strings: (path, name) => registryStrings(value(path, name)),
    values: (path) => byPath.get(joined(root, path).toLowerCase())?.values ?? [],
    has: (path) => byPath.has(joined(root, path).toLowerCase()) || children(path).length > 0,
  };
};

/**
 * A closed door is told from a missing key before this: here, exit 1 means that the key is not there.
 * One closed key inside closes the whole, because its values would pass for values that are not set;
 * `spare` names the keys that a probe can do without.
 */
export const registryOf = (
  raws: Raws,
  source: RegistrySource,
  spare?: RegExp,
): Reading<RegistryTree> => {
  const raw = rawOf(raws, source.key);
  if (raw.kind !== 'ok') return raw;
  const root = `${hives[source.hive]}\\${source.path}`;
  const text = decoded(raws, raw.value);
  const keys = parseRegistry(text);
  const closed = keys.find((key) => key.closed === true && spare?.test(key.path) !== true);
  if (closed) return unavailable('denied', closed.path);
  if (keys.length > 0) return ok(treeOf(keys, root, true));
  const lines = filledLines(text);
  if (raw.value.exitCode === 0)
    return lines.length === 0 ? ok(treeOf([], root, true)) : notUnderstood(text);
  if (raw.value.exitCode !== 1 || lines.length > 2) return notUnderstood(text);
  return ok(treeOf([], root, false));
};
