import type { FileHandle } from 'node:fs/promises';

const chunkBytes = 64 * 1024;

/**
 * The bytes of a regular file; null when there are more than allowed, whatever size it claims. Room is
 * made for what the file says it has and one byte more, so that most files cost one read.
 */
export const readAll = async (
  handle: FileHandle,
  size: number,
  maxBytes: number,
): Promise<Uint8Array | null> => {
  const parts: Uint8Array[] = [];
  let total = 0;
  for (let room = Math.min(size, maxBytes) + 1; ; room = chunkBytes) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafeSlow(room));
    total += bytesRead;
    if (total > maxBytes) return null;
    if (bytesRead > 0) parts.push(buffer.subarray(0, bytesRead));
    const [only] = parts;
    if (bytesRead < room) return parts.length === 1 && only ? only : Buffer.concat(parts);
  }
};
