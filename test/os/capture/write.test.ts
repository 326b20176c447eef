import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Capture } from '../../../main/os/capture/manifest';
import { openCapture } from '../../../main/os/capture/open';
import { writeCapture, writeRefusal } from '../../../main/os/capture/write';
import { manifest, scratch } from './helpers';

const at = scratch();
let count = 0;
const room = (): string => {
  count += 1;
  mkdirSync(at(String(count)));
  return at(String(count));
};

const capture = (text = 'AzureAdJoined : YES'): Capture => ({
  manifest: manifest({}) as Capture['manifest'],
  files: new Map([['dsregcmd-status.txt', Buffer.from(text)]]),
});

const textIn = async (path: string): Promise<string> => {
  const opened = await openCapture(path);
  return opened.ok
    ? Buffer.from(opened.value.files.get('dsregcmd-status.txt') ?? []).toString()
    : opened.code;
};

const kinds = ['folder', 'file.zip', 'file.fieldkit', 'FILE.ZIP'];

describe.each(kinds)('writing %s', (name) => {
  it('leaves the capture and nothing else', async () => {
    const dir = room();
    expect(await writeCapture(capture(), join(dir, name))).toEqual({
      ok: true,
      value: join(dir, name),
    });
    expect(readdirSync(dir)).toEqual([name]);
    expect(await textIn(join(dir, name))).toBe('AzureAdJoined : YES');
    expect(lstatSync(join(dir, name)).mode & 0o077).toBe(0);
  });

  it('does not touch what is there, unless told to', async () => {
    const dir = room();
    await writeCapture(capture('old'), join(dir, name));
    expect(await writeCapture(capture('new'), join(dir, name))).toEqual({
      ok: false,
      code: 'target-exists',
    });
    expect(await textIn(join(dir, name))).toBe('old');
    expect((await writeCapture(capture('new'), join(dir, name), { force: true })).ok).toBe(true);
    expect(await textIn(join(dir, name))).toBe('new');
    expect(readdirSync(dir)).toEqual([name]);
  });

  it('does not replace what appeared meanwhile', async () => {
    const dir = room();
    const writing = writeCapture(capture('new'), join(dir, name));
    writeFileSync(join(dir, name), 'someone else was quicker');
    expect(await writing).toEqual({ ok: false, code: 'target-exists' });
    expect(readdirSync(dir)).toEqual([name]);
    expect(readFileSync(join(dir, name), 'utf8')).toBe('someone else was quicker');
  });

  it('never replaces what is no capture, however it is told', async () => {
    const dir = room();
    const target = join(dir, name);
    if (name === 'folder') {
      mkdirSync(target);
      writeFileSync(join(target, 'thesis.doc'), 'years of work');
    } else mkdirSync(target);
    expect(await writeCapture(capture(), target, { force: true })).toEqual({
      ok: false,
      code: 'target-not-a-capture',
    });
    expect(readdirSync(dir)).toEqual([name]);
  });

  it('does not write through a link', async () => {
    const dir = room();
    writeFileSync(join(dir, 'other'), 'keep');
    symlinkSync(join(dir, 'other'), join(dir, name));
    expect((await writeCapture(capture(), join(dir, name), { force: true })).ok).toBe(false);
    expect(readFileSync(join(dir, 'other'), 'utf8')).toBe('keep');
  });

  it('says that the folder is missing', async () => {
    expect(await writeCapture(capture(), join(room(), 'no', 'where', name))).toMatchObject({
      ok: false,
      code: 'folder-missing',
    });
  });

  it('leaves nothing when cancelled before', async () => {
    const dir = room();
    const signal = AbortSignal.abort();
    expect(await writeCapture(capture(), join(dir, name), { signal })).toEqual({
      ok: false,
      code: 'cancelled',
    });
    expect(readdirSync(dir)).toEqual([]);
  });

  it('leaves all or nothing when cancelled at any moment', async () => {
    const big: Capture = {
      manifest: {
        ...(manifest({}) as Capture['manifest']),
        sources: Object.fromEntries(
          Array.from({ length: 20 }, (_, nr) => [
            `s${nr}`,
            { outcome: 'ok' as const, file: `s${nr}.txt`, ms: 1, exitCode: 0 },
          ]),
        ),
      },
      files: new Map(
        Array.from({ length: 20 }, (_, nr) => [`s${nr}.txt`, Buffer.alloc(100_000, nr)]),
      ),
    };
    for (let turns = 0; turns < 60; turns += 3) {
      const dir = room();
      const cancel = new AbortController();
      const writing = writeCapture(big, join(dir, name), { signal: cancel.signal });
      for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
      cancel.abort();
      const written = await writing;
      expect(readdirSync(dir)).toEqual(written.ok ? [name] : []);
      if (written.ok) expect((await openCapture(written.value)).ok).toBe(true);
      else expect(written.code).toBe('cancelled');
    }
  });
});

describe('a disk that does not take it', () => {
  const mounted: string[] = [];
  afterEach(() => mounted.splice(0).forEach((path) => execFileSync('umount', [path])));
  const disk = (options: string): string | null => {
    const path = room();
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path], { stdio: 'ignore' });
    } catch {
      return null;
    }
    mounted.push(path);
    return path;
  };
  // Does not pack, so that it is as large in an archive.
  const noise = randomBytes(300_000);

  it.for(['folder', 'file.zip'])('that is full: %s', async (name, { skip }) => {
    const dir = disk('size=64k');
    if (dir === null) return skip('this machine lets nobody mount a disk');
    const heavy = { ...capture(), files: new Map([['dsregcmd-status.txt', noise]]) };
    expect(await writeCapture(heavy, join(dir, name))).toEqual({
      ok: false,
      code: 'disk-full',
      detail: 'ENOSPC',
    });
    expect(readdirSync(dir)).toEqual([]);
  });

  it.for(['folder', 'file.zip'])('that is read-only: %s', async (name, { skip }) => {
    const dir = disk('ro');
    if (dir === null) return skip('this machine lets nobody mount a disk');
    expect(await writeCapture(capture(), join(dir, name))).toEqual({
      ok: false,
      code: 'read-only',
      detail: 'EROFS',
    });
    expect(existsSync(join(dir, name))).toBe(false);
  });

  it.each([
    ['EROFS', 'read-only'],
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['ENOENT', 'folder-missing'],
    ['ENOTDIR', 'folder-missing'],
    ['EACCES', 'denied'],
    ['EPERM', 'denied'],
    ['EEXIST', 'target-exists'],
    ['EIO', 'cannot-write'],
    ['constructor', 'cannot-write'],
  ])('with %s is called %s', (errno, code) => {
    expect(writeRefusal(Object.assign(new Error(), { code: errno }))).toMatchObject({ code });
  });
});
