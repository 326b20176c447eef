import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fromBuffer, type Entry } from 'yauzl';

/** One thing that was written, said or sent, and where. */
export interface Place {
  where: string;
  bytes: Buffer;
}

export const placeOf = (where: string, what: unknown): Place => ({
  where,
  bytes: Buffer.from(typeof what === 'string' ? what : (JSON.stringify(what) ?? '')),
});

const unzipped = (where: string, bytes: Buffer): Promise<Place[]> =>
  new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) {
        reject(error);
        return;
      }
      const places: Place[] = [];
      zip.on('error', reject);
      zip.on('end', () => resolve(places));
      zip.on('entry', (entry: Entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) {
            reject(failed);
            return;
          }
          const parts: Buffer[] = [];
          stream.on('data', (part: Buffer) => parts.push(part));
          stream.on('error', reject);
          stream.on('end', () => {
            places.push({ where: `${where}!${entry.fileName}`, bytes: Buffer.concat(parts) });
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });

/** With what is packed inside: nothing is found in an archive by looking at its bytes. */
const opened = async (place: Place): Promise<Place[]> => {
  const { where, bytes } = place;
  const magic = bytes.subarray(0, 2).toString('latin1');
  if (magic === 'PK') return [place, ...(await unzipped(where, bytes))];
  if (magic === '\u001f\u008b') return [place, { where: `${where}!`, bytes: gunzipSync(bytes) }];
  return [place];
};

export const placesIn = async (folder: string): Promise<Place[]> => {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const read = files
    .filter((one) => one.isFile())
    .map(async ({ parentPath, name }): Promise<Place> => {
      const path = join(parentPath, name);
      return { where: path.slice(folder.length + 1), bytes: await readFile(path) };
    });
  return (await Promise.all((await Promise.all(read)).map(opened))).flat();
};

/** What base64 makes of it, wherever it stands among other bytes: only the ends depend on its neighbours. */
const inBase64 = (secret: string): string[] =>
  [0, 1, 2].map((before) =>
    Buffer.from(`${' '.repeat(before)}${secret}`)
      .toString('base64')
      .slice(before === 0 ? 0 : 4, -4),
  );

/** As it is, and in every dress in which a program might write it down without meaning to. */
const dressed = (secret: string): Buffer[] => [
  Buffer.from(secret),
  Buffer.from(secret, 'utf16le'),
  Buffer.from(encodeURIComponent(secret)),
  Buffer.from(Buffer.from(secret).toString('hex')),
  ...inBase64(secret).map((text) => Buffer.from(text)),
];

/** Where any of the secrets is. Half of one is one: a cut-off text still gives it away. */
export const spilled = (places: readonly Place[], secrets: Iterable<string>): string[] => {
  const wanted = [...new Set(secrets)].flatMap((secret) => {
    if (secret.length < 16) throw new Error('too short to be told from other text');
    const half = Math.max(16, Math.ceil(secret.length / 2));
    return [...dressed(secret), ...dressed(secret.slice(0, half)), ...dressed(secret.slice(-half))];
  });
  return places
    .filter(({ bytes }) => wanted.some((one) => bytes.includes(one)))
    .map(({ where }) => where);
};
