import { linesOf } from './lines';

export interface RegistryValue {
  /** Empty for the default value of a key. */
  name: string;
  type: string;
  data: string;
}

export interface RegistryKey {
  /** Full path as printed, e.g. `HKEY_LOCAL_MACHINE\SOFTWARE\…`. */
  path: string;
  values: RegistryValue[];
  /** The key is there and may not be read, nor what lies below it. */
  closed?: true;
}

/** How a closed key is marked where the way of reading can tell: a type that no value has. */
const closedType = 'REG_DENIED';

const keyLine = /^HKEY_[A-Z_]+(\\.*)?$/;
const typeAndData = /(REG_[A-Z_]+)(?: {2,}|\t|\s*$)(.*)$/y;
/** "(Default)", "(Standard)", "(par défaut)": the word changes, the brackets do not. */
const defaultName = /^\(.*\)$/;

/**
 * Indented name, type and data with at least two blanks or a tab between. Found from the type on: a
 * pattern over the whole line would try every blank of a hostile one.
 */
const valueIn = (line: string): RegistryValue | null => {
  if (!/^[ \t]/.test(line)) return null;
  for (let at = line.indexOf('REG_'); at >= 0; at = line.indexOf('REG_', at + 1)) {
    const before = line.slice(Math.max(0, at - 2), at);
    typeAndData.lastIndex = at;
    const found = /^[ \t]{2}$|\t$/.test(before) ? typeAndData.exec(line) : null;
    if (!found) continue;
    const name = line.slice(0, at).trim();
    return {
      name: defaultName.test(name) ? '' : name,
      type: found[1] ?? '',
      data: (found[2] ?? '').trimStart(),
    };
  }
  return null;
};

/**
 * The text of `reg query`. Type tokens are stable in every language; names may contain spaces; a text
 * value may run over several lines.
 */
export const parseRegistry = (text: string): RegistryKey[] => {
  const keys: RegistryKey[] = [];
  let open: RegistryValue | null = null;
  for (const line of linesOf(text)) {
    const key = keys.at(-1);
    const value = valueIn(line);
    if (keyLine.test(line.trimEnd())) {
      keys.push({ path: line.trimEnd(), values: [] });
      open = null;
    } else if (key && value?.type === closedType) {
      key.closed = true;
      open = null;
    } else if (key && value) {
      open = value;
      key.values.push(value);
    } else if (open && line.trim() !== '') open.data += `\n${line}`;
  }
  return keys;
};

export const registryNumber = (value: RegistryValue | null): number | null => {
  if (!value || !/^REG_(DWORD|QWORD)/.test(value.type)) return null;
  const number = Number(value.data.trim());
  return value.data.trim() !== '' && Number.isFinite(number) ? number : null;
};

export const registryBytes = (value: RegistryValue | null): Uint8Array | null => {
  const hex = value?.data.trim() ?? '';
  if (hex.length % 2 !== 0 || !/^[0-9a-f]+$/i.test(hex)) return null;
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
};

/** `REG_MULTI_SZ` is printed with a literal `\0` between its strings. */
export const registryStrings = (value: RegistryValue | null): string[] =>
  (value?.data ?? '')
    .split('\\0')
    .map((part) => part.trim())
    .filter((part) => part !== '');
