import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open, rename, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendToFolder, type Disk } from '../../main/sending/folder';
import type { Job } from '../../main/sending/job';

const bytes = Buffer.alloc(700_000, 'evidence ');
let to: string;

beforeEach(() => {
  to = mkdtempSync(join(tmpdir(), 'fieldkit-drop-'));
});
afterEach(() => rmSync(to, { recursive: true, force: true }));

const job = (more: Partial<Job> = {}): Job => ({
  name: 'fieldkit-1.zip',
  bytes,
  to,
  progress: () => undefined,
  signal: new AbortController().signal,
  ...more,
});

const real: Disk = { open: (path, flags) => open(path, flags), rename, stat };
const failing = (code: string) => Promise.reject(Object.assign(new Error(code), { code }));
const arrived = () => readFileSync(join(to, 'fieldkit-1.zip'));

it('copies it whole, tells how far it is, and leaves nothing beside it', async () => {
  const steps: number[] = [];
  expect(await sendToFolder()(job({ progress: (sent) => steps.push(sent) }))).toEqual({ ok: true });
  expect(arrived().equals(bytes)).toBe(true);
  expect(readdirSync(to)).toEqual(['fieldkit-1.zip']);
  expect(steps).toEqual([0, 262_144, 524_288, 700_000]);
});

it('goes on with what is there from before, whatever that is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: bytes.length }),
      fc.uint8Array({ maxLength: 50 }),
      async (kept, strange) => {
        rmSync(join(to, 'fieldkit-1.zip'), { force: true });
        writeFileSync(
          join(to, 'fieldkit-1.zip.part'),
          Buffer.concat([bytes.subarray(0, kept), strange]),
        );
        expect(await sendToFolder()(job())).toEqual({ ok: true });
        expect(arrived().equals(bytes)).toBe(true);
      },
    ),
    { numRuns: 15 },
  );
});

it('has arrived when it is already there, and touches nothing else of that name', async () => {
  writeFileSync(join(to, 'fieldkit-1.zip'), bytes);
  expect(await sendToFolder()(job())).toEqual({ ok: true });
  writeFileSync(join(to, 'fieldkit-1.zip'), 'of somebody else');
  expect(await sendToFolder()(job())).toEqual({ ok: false, why: 'name-taken' });
  expect(arrived().toString()).toBe('of somebody else');
});

describe('a place that does not take it', () => {
  it('has vanished', async () => {
    rmSync(to, { recursive: true });
    expect(await sendToFolder()(job())).toEqual({ ok: false, why: 'folder-gone' });
    mkdirSync(to);
  });

  it('is a file', async () => {
    const file = join(to, 'file');
    writeFileSync(file, '');
    expect(await sendToFolder()(job({ to: file }))).toEqual({ ok: false, why: 'folder-gone' });
  });

  it.each([
    ['EACCES', 'read-only'],
    ['EROFS', 'read-only'],
    ['EHOSTUNREACH', 'offline'],
    ['UNKNOWN', 'offline'],
    ['EMFILE', 'failed'],
  ] as const)('says %s', async (code, why) => {
    const disk: Disk = {
      ...real,
      open: (path, flags) => (flags === 'wx+' ? failing(code) : real.open(path, flags)),
    };
    expect(await sendToFolder(disk)(job())).toEqual({ ok: false, why });
    expect(readdirSync(to)).toEqual([]);
  });

  it('is full half-way: what fitted is kept, under another name than the report', async () => {
    let room = 400_000;
    const full: Disk = {
      ...real,
      open: async (path, flags) => {
        const handle = await real.open(path, flags);
        return Object.assign(Object.create(handle) as typeof handle, {
          read: handle.read.bind(handle),
          stat: handle.stat.bind(handle),
          sync: handle.sync.bind(handle),
          close: handle.close.bind(handle),
          truncate: handle.truncate.bind(handle),
          write: async (from: Uint8Array, at: number, size: number, position: number) => {
            if (room < size) return failing('ENOSPC');
            room -= size;
            return handle.write(from, at, size, position);
          },
        });
      },
    };
    expect(await sendToFolder(full)(job())).toEqual({ ok: false, why: 'full' });
    expect(readdirSync(to)).toEqual(['fieldkit-1.zip.part']);
    expect(await sendToFolder()(job())).toEqual({ ok: true });
    expect(arrived().equals(bytes)).toBe(true);
  });

  it('is taken away on the way', async () => {
    const vanishing: Disk = { ...real, rename: () => failing('ENOENT') };
    expect(await sendToFolder(vanishing)(job())).toEqual({ ok: false, why: 'folder-gone' });
  });
});

it('stops when it is told to, and never leaves half a report under its name', async () => {
  const control = new AbortController();
  const progress = (sent: number) => {
    if (sent > 0) control.abort();
  };
  expect(await sendToFolder()(job({ signal: control.signal, progress }))).toEqual({
    ok: false,
    why: 'cut-off',
  });
  expect(readdirSync(to)).toEqual(['fieldkit-1.zip.part']);
});
