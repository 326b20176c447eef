import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DiskProblem, durableFileOn, openDurableFile, type Disk } from '../../main/os/durable-file';

/** A disk with so much room, that can be told to fail. */
const diskWith = (room: number) => {
  let held = Buffer.alloc(0);
  const disk = {
    room,
    syncFails: false,
    text: () => held.toString(),
    async write(bytes: Uint8Array, from: number, length: number, at: number) {
      const fits = Math.min(length, Math.max(0, disk.room - at), 7);
      if (fits === 0) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      held = Buffer.concat([held.subarray(0, at), bytes.subarray(from, from + fits)]);
      return { bytesWritten: fits, buffer: bytes };
    },
    async sync() {
      if (disk.syncFails) throw Object.assign(new Error('gone'), { code: 'EIO' });
    },
    async truncate(size: number) {
      held = held.subarray(0, size);
    },
    stat: async () => ({ size: held.length, nlink: 1 }),
    close: async () => undefined,
  };
  return disk;
};

const on = (disk: ReturnType<typeof diskWith>) => durableFileOn(disk as unknown as Disk, 0);
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a file that keeps what it was given', () => {
  it('writes on until all is down, however little the disk takes at once', async () => {
    const disk = diskWith(1000);
    await on(disk).append(bytes('a line that is longer than seven bytes\n'));
    expect(disk.text()).toBe('a line that is longer than seven bytes\n');
  });

  it('is as it was before when the disk is full, and goes on when there is room', async () => {
    const disk = diskWith(20);
    const file = on(disk);
    await file.append(bytes('first line\n'));
    await expect(file.append(bytes('second line, too long\n'))).rejects.toMatchObject({
      name: 'DiskProblem',
      code: 'ENOSPC',
    });
    expect(disk.text()).toBe('first line\n');
    disk.room = 1000;
    await file.append(bytes('second line\n'));
    expect(disk.text()).toBe('first line\nsecond line\n');
  });

  it('does not count what the disk would not promise to keep', async () => {
    const disk = diskWith(1000);
    const file = on(disk);
    disk.syncFails = true;
    await expect(file.append(bytes('lost\n'))).rejects.toBeInstanceOf(DiskProblem);
    expect(disk.text()).toBe('');
    expect(file.size).toBe(0);
  });
});

const mayMount = process.platform === 'linux' && process.getuid?.() === 0;

describe.runIf(mayMount)('a disk that is really full', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldkit-full-'));
  beforeAll(() => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]);
  });
  afterAll(() => {
    execFileSync('umount', [folder]);
  });

  it('loses nothing that was there', async () => {
    const path = join(folder, 'run.journal');
    const file = await openDurableFile(path, 0);
    let lines = 0;
    const fill = async (): Promise<unknown> => {
      for (;;) {
        await file.append(bytes(`${'x'.repeat(999)}\n`));
        lines += 1;
      }
    };
    await expect(fill()).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(lines).toBeGreaterThan(40);
    expect(readFileSync(path, 'utf8')).toBe(`${'x'.repeat(999)}\n`.repeat(lines));
    expect(() => writeFileSync(join(folder, 'more'), 'x'.repeat(8192))).toThrow();
    await file.close();
  });
});
