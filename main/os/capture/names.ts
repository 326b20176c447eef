/** Why a name must not be used as a path. The words are for logs. */
export type Hostile =
  | 'name-empty'
  | 'name-nul'
  | 'name-control'
  | 'name-backslash'
  | 'name-drive'
  | 'name-absolute'
  | 'name-escapes'
  | 'name-device'
  | 'name-too-long'
  | 'name-not-text';

const devices = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;
const stem = (part: string) => (part.split('.')[0] ?? '').trimEnd();

const tests: readonly (readonly [Hostile, (name: string) => boolean])[] = [
  ['name-empty', (name) => name === ''],
  ['name-nul', (name) => name.includes('\0')],
  ['name-too-long', (name) => name.length > 400],
  // eslint-disable-next-line no-control-regex
  ['name-control', (name) => /[\u0001-\u001f\u007f]/.test(name)],
  ['name-backslash', (name) => name.includes('\\')],
  // Also catches an alternate data stream, `file.txt:hidden`.
  ['name-drive', (name) => name.includes(':')],
  ['name-absolute', (name) => name.startsWith('/')],
  [
    'name-escapes',
    // Windows drops trailing blanks and dots, so `.. ` and `...` climb as well.
    (name) => name.split('/').some((part) => part !== '' && /^[. ]+$/.test(part) && part !== '.'),
  ],
  ['name-device', (name) => name.split('/').some((part) => devices.test(stem(part)))],
];

/** Null when the name is harmless on every system, not only on the one that reads it. */
export const hostileName = (name: string): Hostile | null =>
  tests.find(([, holds]) => holds(name))?.[0] ?? null;

/** Two names that some file system takes for one. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .map((part) => part.replace(/[. ]+$/, ''))
    .join('/');

/** The first pair of names that would overwrite each other, as the later one. */
export const duplicateName = (names: Iterable<string>): string | null => {
  const seen = new Set<string>();
  for (const name of names) {
    const folded = foldName(name);
    if (seen.has(folded)) return name;
    seen.add(folded);
  }
  return null;
};
