/** .NET's RegistryValueKind. -1 is REG_NONE; 0 is a type .NET has no name for. */
const types: Readonly<Record<number, string>> = {
  [-1]: 'REG_NONE',
  0: 'REG_UNKNOWN',
  1: 'REG_SZ',
  2: 'REG_EXPAND_SZ',
  3: 'REG_BINARY',
  4: 'REG_DWORD',
  7: 'REG_MULTI_SZ',
  11: 'REG_QWORD',
};

const row = (name: string, type: string, data: string): string =>
  `    ${name}    ${type}    ${data}`;

/**
 * A key that is there and closed to us. Tools leave it out, and then it passes for a key without
 * values; the marker is a value of a type that no key has.
 */
const closed = row('(denied)', 'REG_DENIED', '');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const lineOf = (entry: Record<string, unknown>): string[] | null => {
  const { key, name, kind, data, denied } = entry;
  if (typeof key === 'string') return ['', key, ...(denied === true ? [closed] : [])];
  const type = typeof kind === 'number' ? types[kind] : undefined;
  if (typeof name !== 'string' || typeof data !== 'string' || type === undefined) return null;
  // The word for the default value is translated by `reg`; only its brackets count.
  return [row(name === '' ? '(Default)' : name, type, data.replaceAll('\0', ''))];
};

/** The rows of the host in the shape of `reg query`; null when they are something else. */
export const registryText = (rows: readonly unknown[]): string | null => {
  const lines: string[] = [];
  for (const entry of rows) {
    const written = isObject(entry) ? lineOf(entry) : null;
    if (written === null) return null;
    lines.push(...written);
  }
  return lines.length === 0 ? null : `${lines.join('\r\n')}\r\n`;
};
