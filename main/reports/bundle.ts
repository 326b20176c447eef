import { ZipFile } from 'yazl';

export interface BundleFile {
  name: string;
  bytes: Uint8Array;
}

/** All files of a hand-over in one archive, with the time of the report and nothing of this machine. */
export const zipOf = (files: readonly BundleFile[], madeAt: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const zip = new ZipFile();
    const chunks: Buffer[] = [];
    zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
    zip.outputStream.on('end', () => resolve(Buffer.concat(chunks)));
    zip.outputStream.on('error', reject);
    for (const { name, bytes } of files)
      zip.addBuffer(Buffer.from(bytes), name, { mtime: new Date(madeAt) });
    zip.end();
  });
