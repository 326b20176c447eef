import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCapture, openCaptureBytes } from '../../../main/os/capture/open';
import { limits } from '../../../main/os/capture/limits';
import { directoryAt, manifest, patched, rename, scratch, zipOf, type Files } from './helpers';

const at = scratch();
const index = (over: Record<string, unknown> = {}) => JSON.stringify(manifest(over));
const good: Files = { 'capture.json': index(), 'dsregcmd-status.txt': 'AzureAdJoined : YES' };

const folder = (name: string, files: Files): string => {
  const path = at(name);
  mkdirSync(path);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(path, file, '..'), { recursive: true });
    writeFileSync(join(path, file), content);
  }
  return path;
};

const refusal = (code: string, detail?: string) => ({
  ok: false,
  code,
  ...(detail === undefined ? {} : { detail: expect.stringContaining(detail) as unknown }),
});

const source = (file: string) => ({
  sources: { a: { outcome: 'ok', file, ms: 1, exitCode: 0 } },
});

describe('a good capture', () => {
  it.each([
    ['bytes', async () => openCaptureBytes(await zipOf(good))],
    ['stored bytes', async () => openCaptureBytes(await zipOf(good, { compress: false }))],
    [
      'a large-file archive',
      async () => openCaptureBytes(await zipOf(good, { forceZip64Format: true })),
    ],
    [
      'a zipped folder',
      async () =>
        openCaptureBytes(
          await zipOf({
            'Gerät 7/capture.json': index(),
            'Gerät 7/dsregcmd-status.txt': 'AzureAdJoined : YES',
          }),
        ),
    ],
    ['a folder', () => openCapture(folder('good', good))],
    [
      'an archive under any name',
      async () => {
        writeFileSync(at('any.name'), await zipOf(good));
        return openCapture(at('any.name'));
      },
    ],
    [
      'a folder whose index Windows PowerShell wrote',
      () =>
        openCapture(
          folder('utf16', { ...good, 'capture.json': Buffer.from(`\uFEFF${index()}`, 'utf16le') }),
        ),
    ],
  ])('opens from %s', async (_name, open) => {
    const opened = await open();
    expect(opened.ok).toBe(true);
    if (!opened.ok) return;
    expect(Buffer.from(opened.value.files.get('dsregcmd-status.txt') ?? []).toString()).toBe(
      'AzureAdJoined : YES',
    );
    expect(opened.value.manifest.madeAt).toBe('2026-05-04T08:00:00.000Z');
  });

  it('may hold files nobody asks for', async () => {
    const opened = await openCaptureBytes(await zipOf({ ...good, 'notes.txt': 'x' }));
    expect(opened.ok && [...opened.value.files.keys()]).toEqual(['dsregcmd-status.txt']);
  });
});

describe('a key that JavaScript treats as special', () => {
  it('does not reach the manifest', async () => {
    const sneaky = index().replace('"dsregcmd-status":', '"__proto__":');
    const opened = await openCaptureBytes(await zipOf({ ...good, 'capture.json': sneaky }));
    expect(opened.ok && Object.keys(opened.value.manifest.sources)).toEqual([]);
    expect(opened.ok && Object.getPrototypeOf(opened.value.manifest.sources)).toBe(
      Object.prototype,
    );
  });
});

describe('what is no capture', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('AzureAdJoined : YES')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
  ])('is refused by that name: %s', async (name, bytes) => {
    expect(await openCaptureBytes(bytes)).toMatchObject(refusal('not-a-capture'));
    writeFileSync(at(`not-${name}`), bytes);
    expect(await openCapture(at(`not-${name}`))).toMatchObject(refusal('not-a-capture'));
  });

  it.each([
    ['no index', { 'a.txt': 'x' }],
    ['an index of another tool', { 'capture.json': '{"tool":"other","schema":1}' }],
    ['an index that is a list', { 'capture.json': '[]' }],
    ['an index too deep', { 'a/b/capture.json': index() }],
    ['two captures', { 'a/capture.json': index(), 'b/capture.json': index() }],
  ])('is refused by that name: an archive with %s', async (_name, files) => {
    expect(await openCaptureBytes(await zipOf(files as Files))).toMatchObject(
      refusal('not-a-capture'),
    );
  });

  it('includes an empty folder, a missing path and a pipe', async () => {
    expect(await openCapture(folder('empty', {}))).toMatchObject(refusal('not-a-capture'));
    expect(await openCapture(at('missing'))).toMatchObject(refusal('cannot-open', 'ENOENT'));
    execFileSync('mkfifo', [at('pipe')]);
    expect(await openCapture(at('pipe'))).toMatchObject(refusal('not-a-capture'));
  });

  it('is said of any large file without reading it', async () => {
    writeFileSync(at('large'), 'x');
    truncateSync(at('large'), 3 * limits.archiveBytes);
    expect(await openCapture(at('large'))).toMatchObject(refusal('not-a-capture'));
  });

  it('is called too large when it could be one', async () => {
    writeFileSync(at('large-zip'), 'PK');
    // Larger than what can be read into memory at all: it must be refused before.
    truncateSync(at('large-zip'), 5 * 1024 ** 3);
    expect(await openCapture(at('large-zip'))).toMatchObject(refusal('too-large'));
    const bytes = Buffer.alloc(limits.archiveBytes + 1, 'PK');
    expect(await openCaptureBytes(bytes)).toMatchObject(refusal('too-large'));
  });
});

describe('a capture from a newer release', () => {
  it('is called newer, whatever else has changed in it', async () => {
    const files = { 'capture.json': '{"tool":"fieldkit","schema":2,"sources":[]}' };
    expect(await openCaptureBytes(await zipOf(files))).toMatchObject(
      refusal('capture-newer', 'schema 2'),
    );
    expect(await openCapture(folder('newer', files))).toMatchObject(refusal('capture-newer'));
  });
});

describe('a damaged capture', () => {
  it.each([
    ['broken JSON', { ...good, 'capture.json': '{"tool":' }],
    ['a missing file', { 'capture.json': index() }],
    ['an invented outcome', { ...good, 'capture.json': index({ sources: { a: { outcome: 1 } } }) }],
    ['a wrong date', { ...good, 'capture.json': index({ madeAt: 'yesterday' }) }],
    ['an odd file name', { ...good, 'capture.json': index(source('ä.txt')) }],
    ['schema 0', { ...good, 'capture.json': index({ schema: 0 }) }],
  ])('is refused as damaged with %s', async (name, files) => {
    expect(await openCaptureBytes(await zipOf(files as Files))).toMatchObject(
      refusal('capture-damaged'),
    );
    expect(await openCapture(folder(`damaged ${name}`, files as Files))).toMatchObject(
      refusal('capture-damaged'),
    );
  });

  it('is refused as damaged wherever it was cut', async () => {
    const whole = await zipOf(good);
    for (let length = 4; length < whole.length; length += 1)
      expect(await openCaptureBytes(whole.subarray(0, length))).toMatchObject({ ok: false });
    expect(await openCaptureBytes(whole.subarray(0, -30))).toMatchObject(
      refusal('capture-damaged'),
    );
  });

  it('is refused as damaged when a checksum does not hold', async () => {
    const zip = await zipOf(good, { compress: false });
    const flipped = patched(zip, (copy) => {
      copy.write('NO ', copy.indexOf('AzureAdJoined : YES') + 16, 'latin1');
    });
    expect(await openCaptureBytes(flipped)).toMatchObject(refusal('capture-damaged', 'checksum'));
  });

  it('never crashes, hangs or gives other bytes, whatever is changed in the archive', async () => {
    const zip = await zipOf(good);
    const change = fc.tuple(fc.nat(zip.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const opened = await openCaptureBytes(
          patched(zip, (copy) =>
            changes.forEach(([where, value]) => copy.writeUInt8(value, where)),
          ),
        );
        if (!opened.ok) {
          expect(opened.code).toMatch(/^(not-a-)?capture|too-large/);
          return;
        }
        for (const bytes of opened.value.files.values())
          expect(Buffer.from(bytes).toString()).toBe('AzureAdJoined : YES');
      }),
      { numRuns: 400 },
    );
  });

  it('never crashes on bytes that only begin like an archive', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (noise) => {
        const end = Buffer.from('504b0506000000000100010030000000000000000000', 'hex');
        for (const bytes of [
          Buffer.concat([Buffer.from('PK'), noise]),
          Buffer.concat([Buffer.from('PK'), noise, end]),
        ])
          expect((await openCaptureBytes(bytes)).ok).toBe(false);
      }),
    );
  });
});

describe('a hostile archive', () => {
  const named = async (to: string, flags = 0) => {
    const zip = await zipOf({ ...good, ['x'.repeat(Buffer.from(to, 'latin1').length)]: 'evil' });
    const renamed = rename(zip, 'x'.repeat(Buffer.from(to, 'latin1').length), to);
    return patched(renamed, (copy) => {
      const record = directoryAt(copy, 2);
      copy.writeUInt16LE(flags, record + 8);
    });
  };

  it.each([
    ['../evil.txt', 'name-escapes'],
    ['a/../../evil', 'name-escapes'],
    ['/etc/cron.d/evil', 'name-absolute'],
    ['C:/evil.txt', 'name-drive'],
    ['..\\evil.txt', 'name-backslash'],
    ['evil\0.txt', 'name-nul'],
    ['evil.txt:ads', 'name-drive'],
    ['CON.txt', 'name-device'],
  ])('is refused for the name %j', async (name, why) => {
    expect(await openCaptureBytes(await named(name))).toMatchObject(
      refusal('capture-hostile', why),
    );
    expect(await openCaptureBytes(await named(name, 0x800))).toMatchObject(
      refusal('capture-hostile', why),
    );
  });

  it('is refused for a name that claims to be UTF-8 and is not', async () => {
    expect(await openCaptureBytes(await named('evil\xff.txt', 0x800))).toMatchObject(
      refusal('capture-hostile', 'name-not-text'),
    );
  });

  it('is refused for one name twice, and in other letters', async () => {
    const twice = await zipOf({ ...good, 'dsregcmd-statuz.txt': 'x' });
    for (const name of ['dsregcmd-status.txt', 'DSREGCMD-STATUS.TXT'])
      expect(await openCaptureBytes(rename(twice, 'dsregcmd-statuz.txt', name))).toMatchObject(
        refusal('capture-hostile', 'duplicate-name'),
      );
  });

  it.each([
    ['a symlink', 0xa1ff, 'symlink'],
    ['a device', 0x21ff, 'special-file'],
    ['a pipe', 0x11ff, 'special-file'],
    ['a socket', 0xc1ff, 'special-file'],
  ])('is refused for %s', async (_name, mode, why) => {
    const zip = patched(await zipOf(good), (copy) => {
      copy.writeUInt32LE((mode << 16) >>> 0, directoryAt(copy, 1) + 38);
    });
    expect(await openCaptureBytes(zip)).toMatchObject(refusal('capture-hostile', why));
  });

  it.each([
    ['an encrypted entry', 0x1],
    ['strong encryption', 0x41],
  ])('is refused for %s', async (_name, flags) => {
    const zip = patched(await zipOf(good), (copy) => {
      copy.writeUInt16LE(flags, directoryAt(copy, 1) + 8);
    });
    expect(await openCaptureBytes(zip)).toMatchObject(refusal('capture-hostile', 'encrypted'));
  });

  it('is refused for a file beyond the limit, by what it says of itself', async () => {
    const zip = patched(await zipOf(good), (copy) => {
      copy.writeUInt32LE(limits.fileBytes + 1, directoryAt(copy, 1) + 24);
    });
    expect(await openCaptureBytes(zip)).toMatchObject(refusal('capture-hostile', 'file-too-large'));
  });

  it('is refused for a file that packs too well', async () => {
    const zip = await zipOf({ ...good, 'zeros.txt': Buffer.alloc(8_000_000) });
    expect(await openCaptureBytes(zip)).toMatchObject(refusal('capture-hostile', 'bomb-ratio'));
  });

  it('is refused for a total beyond the limit', async () => {
    const files: Files = { ...good };
    for (let nr = 0; nr < 6; nr += 1) files[`f${nr}.txt`] = 'x';
    const zip = patched(await zipOf(files, { compress: true }), (copy) => {
      for (let nr = 2; nr < 8; nr += 1) {
        const record = directoryAt(copy, nr);
        copy.writeUInt32LE(limits.fileBytes - 1, record + 24);
        copy.writeUInt32LE(limits.fileBytes / 100, record + 20);
      }
    });
    expect(await openCaptureBytes(zip)).toMatchObject(refusal('capture-hostile', 'bomb-total'));
  });

  it('is refused while unpacking when it lied about its size', async () => {
    const zip = await zipOf({ ...good, 'dsregcmd-status.txt': Buffer.alloc(900_000) });
    const lying = patched(zip, (copy) => {
      copy.writeUInt32LE(20, directoryAt(copy, 1) + 24);
    });
    expect(deflateRawSync(Buffer.alloc(900_000)).length).toBeLessThan(2_000);
    expect(await openCaptureBytes(lying)).toMatchObject(refusal('capture-hostile', 'bomb-size'));
  });

  it('is refused for too many entries', async () => {
    const files: Files = { ...good };
    for (let nr = 0; nr <= limits.entries; nr += 1) files[`f${nr}`] = '';
    expect(await openCaptureBytes(await zipOf(files))).toMatchObject(
      refusal('capture-hostile', 'too-many-entries'),
    );
  });

  it.each(['../../etc/passwd', '/etc/passwd', 'C:\\Windows\\win.ini', 'a\0b', 'nul.txt'])(
    'is refused for an index that names %j',
    async (name) => {
      const files = { ...good, 'capture.json': index(source(name)) };
      expect(await openCaptureBytes(await zipOf(files))).toMatchObject(
        refusal('capture-hostile', 'name-'),
      );
      expect(await openCapture(folder(`names ${encodeURIComponent(name)}`, files))).toMatchObject(
        refusal('capture-hostile', 'name-'),
      );
    },
  );
});

describe('a hostile folder', () => {
  it('is refused for a linked file, a linked index and a linked folder', async () => {
    const linkedFile = folder('linked-file', { 'capture.json': index() });
    symlinkSync('/etc/passwd', join(linkedFile, 'dsregcmd-status.txt'));
    expect(await openCapture(linkedFile)).toMatchObject(refusal('capture-hostile', 'symlink'));

    const linkedIndex = folder('linked-index', { 'real.json': index() });
    symlinkSync('real.json', join(linkedIndex, 'capture.json'));
    expect(await openCapture(linkedIndex)).toMatchObject(refusal('capture-hostile', 'symlink'));

    const linkedFolder = folder('linked-folder', { 'capture.json': index(source('etc/passwd')) });
    symlinkSync('/etc', join(linkedFolder, 'etc'));
    expect(await openCapture(linkedFolder)).toMatchObject(refusal('capture-hostile', 'symlink'));
  });

  it('is refused for a pipe, without waiting on it', async () => {
    const piped = folder('piped', { 'capture.json': index() });
    execFileSync('mkfifo', [join(piped, 'dsregcmd-status.txt')]);
    expect(await openCapture(piped)).toMatchObject(refusal('capture-hostile', 'special-file'));
  });

  it('is refused for a file beyond the limit', async () => {
    const big = folder('big', good);
    truncateSync(join(big, 'dsregcmd-status.txt'), limits.fileBytes + 1);
    expect(await openCapture(big)).toMatchObject(refusal('capture-hostile', 'file-too-large'));
  });

  it('is refused for two names that are one elsewhere', async () => {
    const both = {
      sources: {
        a: { outcome: 'ok', file: 'a.txt', ms: 1, exitCode: 0 },
        b: { outcome: 'ok', file: 'A.txt', ms: 1, exitCode: 0 },
      },
    };
    const path = folder('fold', { 'capture.json': index(both), 'a.txt': '1', 'A.txt': '2' });
    expect(await openCapture(path)).toMatchObject(refusal('capture-hostile', 'duplicate-name'));
  });

  it('may itself be reached through a link: that is the choice of the one who opens it', async () => {
    symlinkSync(folder('behind', good), at('link'));
    expect((await openCapture(at('link'))).ok).toBe(true);
  });
});
