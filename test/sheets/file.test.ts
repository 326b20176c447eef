import { mkdtemp, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addRow } from '../../main/core/batch/edit';
import type { Sheet } from '../../main/core/batch/sheet';
import type { SheetDisk } from '../../main/os/sheet-file';
import { sheetPlaces } from '../../main/os/sheet-places';
import { changeSheet, loadSheet } from '../../main/sheets/file';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldkit-file-'));
  path = join(folder, 'day.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

let nr = 0;
const pen = { by: 'Ada', at: 1, id: () => String((nr += 1)) };
const add = (serial: string, disk?: SheetDisk) =>
  changeSheet(path, (sheet: Sheet) => addRow(sheet, serial, pen), {
    create: true,
    ...(disk === undefined ? {} : { disk }),
  });
const serials = async () => {
  const loaded = await loadSheet(path);
  return loaded.ok ? Object.keys(loaded.value.rows) : loaded.code;
};
const failing = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code });

/** A disk whose power goes at the nth call. */
const dyingAt = (last: number): SheetDisk => {
  let calls = 0;
  const step = () => {
    calls += 1;
    if (calls >= last) throw failing('EIO');
  };
  return {
    open: (async (...args: Parameters<typeof open>) => {
      step();
      return open(...args);
    }) as typeof open,
    rename: async (...args: Parameters<typeof rename>) => {
      step();
      return rename(...args);
    },
  };
};

describe('the file of a sheet', () => {
  it.each([1, 2, 3, 4])(
    'holds the state before or after a loss of power at step %i',
    async (step) => {
      await add('A1');
      await add('A2');
      await add('A3', dyingAt(step));
      expect([
        ['A1', 'A2'],
        ['A1', 'A2', 'A3'],
      ]).toContainEqual(await serials());
      await add('A4');
      expect(await serials()).toEqual(expect.arrayContaining(['A1', 'A2', 'A4']));
    },
  );

  it.each([0, 0.3, 0.9])('is whole although the newest version was cut off at %d', async (part) => {
    await add('A1');
    await add('A2');
    const bytes = await readFile(path);
    await writeFile(path, bytes.subarray(0, Math.floor(bytes.length * part)));
    expect(await serials()).toEqual(['A1']);
    await writeFile(path, Buffer.alloc(bytes.length));
    expect(await serials()).toEqual(['A1']);
  });

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'denied'],
  ])('says by name that it could not be written: %s', async (code, refusal) => {
    await add('A1');
    const disk = { open: () => Promise.reject(failing(code)), rename } as unknown as SheetDisk;
    expect(await add('A2', disk)).toMatchObject({ ok: false, code: refusal });
    expect(await serials()).toEqual(['A1']);
  });

  it('loses nothing to two who write at once', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, at) => add(`S${at}`)));
    expect(await serials()).toHaveLength(8);
  });

  it('is not opened, and not written over, by a program that is too old for it', async () => {
    await writeFile(path, '{"schema":9,"rows":{}}');
    expect(await add('A1')).toMatchObject({ ok: false, code: 'sheet-newer' });
    expect(await readFile(path, 'utf8')).toBe('{"schema":9,"rows":{}}');
  });
});

describe('the places of sheets', () => {
  const at = (env: Record<string, string>, program: string) =>
    sheetPlaces('/settings', { platform: 'win32', env, program });

  it.each([
    [{ PORTABLE_EXECUTABLE_DIR: '/stick' }, '/tmp/x', '/stick/Fieldkit sheets'],
    [{}, '/usr/bin/node', null],
  ])('knows the stick it was started from: %j', (env, program, stick) => {
    expect(at(env as Record<string, string>, program).stick).toBe(stick);
    expect(at(env as Record<string, string>, program).profile).toBe('/settings/sheets');
  });
});
