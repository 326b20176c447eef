import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openFolder } from '../../../main/os/capture/folder';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldkit-folder-'));
  writeFileSync(join(folder, 'a.txt'), 'one');
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** Whether what waited for its turn had it before the file was there. */
const lettingOthersIn = async (clock: () => number) => {
  vi.spyOn(performance, 'now').mockImplementation(clock);
  const shelf = await openFolder(folder);
  let others = false;
  void nextTurn().then(() => (others = true));
  expect(Buffer.from((await shelf.take('a.txt', 100)) ?? []).toString()).toBe('one');
  return others;
};

describe('a folder that is read', () => {
  it('is read at once as long as that is short', async () => {
    expect(await lettingOthersIn(() => 0)).toBe(false);
  });

  it('lets others in when it takes long', async () => {
    let now = 0;
    expect(await lettingOthersIn(() => (now += 1_000))).toBe(true);
  });

  it('gives an empty file as it is, and none for a name that is not there', async () => {
    writeFileSync(join(folder, 'empty.txt'), '');
    const shelf = await openFolder(folder);
    expect(await shelf.take('empty.txt', 100)).toHaveLength(0);
    expect(await shelf.take('b.txt', 100)).toBeNull();
    expect(await shelf.take('a.txt/c.txt', 100)).toBeNull();
  });

  it('takes a file of exactly the limit and none beyond', async () => {
    const shelf = await openFolder(folder);
    expect(await shelf.take('a.txt', 3)).toHaveLength(3);
    await expect(shelf.take('a.txt', 2)).rejects.toMatchObject({ code: 'capture-hostile' });
  });
});
