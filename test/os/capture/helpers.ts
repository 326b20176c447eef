import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { ZipFile, type Options } from 'yazl';

export const manifest = (over: Record<string, unknown>): Record<string, unknown> => ({
  schema: 1,
  tool: 'fieldkit',
  madeAt: '2026-05-04T08:00:00.000Z',
  platform: 'win32',
  sources: {
    'dsregcmd-status': { outcome: 'ok', file: 'dsregcmd-status.txt', ms: 600, exitCode: 0 },
  },
  ...over,
});

export const collect = async (stream: NodeJS.ReadableStream): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

export type Files = Record<string, string | Uint8Array>;

/** A zip with the given files; names are safe here and made hostile afterwards with `rename`. */
export const zipOf = async (files: Files, options: Partial<Options> = {}): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files))
    zip.addBuffer(Buffer.from(content), name, { mtime: new Date(0), ...options });
  zip.end();
  return collect(zip.outputStream);
};

/** Changes a name in place, in the local header and in the directory: same length. */
export const rename = (zip: Buffer, from: string, to: string): Buffer => {
  const [before, after] = [Buffer.from(from, 'latin1'), Buffer.from(to, 'latin1')];
  if (before.length !== after.length) throw new Error('names must be of one length');
  const copy = Buffer.from(zip);
  for (let at = copy.indexOf(before); at >= 0; at = copy.indexOf(before, at + 1))
    after.copy(copy, at);
  return copy;
};

/** Offset of the n-th record of the zip's directory. */
export const directoryAt = (zip: Buffer, nth: number): number => {
  let at = -1;
  for (let count = 0; count <= nth; count += 1)
    at = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), at + 1);
  if (at < 0) throw new Error('no such record');
  return at;
};

export const patched = (zip: Buffer, change: (copy: Buffer) => void): Buffer => {
  const copy = Buffer.from(zip);
  change(copy);
  return copy;
};

/** A folder of its own per test file, gone at the end. */
export const scratch = (): ((name: string) => string) => {
  const root = mkdtempSync(join(tmpdir(), 'fieldkit-test-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  return (name) => join(root, name);
};
