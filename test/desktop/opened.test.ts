import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openedCaptures } from '../../main/desktop/opened';
import type { InspectionView, Outcome } from '../../preload/contract';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldkit-opened-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const set = () => {
  const told: unknown[][] = [];
  const given: string[][] = [];
  const answer: Outcome<InspectionView> = { ok: false, code: 'not-a-capture', detail: 'asked' };
  const opened = openedCaptures(
    (name, base64) => {
      given.push([name, base64]);
      return answer;
    },
    (name, value) => told.push([name, value]),
  );
  return { opened, told, given, answer };
};

it('reads the file itself and gives the house its name and bytes, never its path', async () => {
  const { opened, told, given, answer } = set();
  const path = join(folder, 'pc.fieldkit');
  writeFileSync(path, Buffer.from([0, 1, 255]));
  opened.open(path);
  expect(await opened.take()).toEqual(answer);
  expect(given).toEqual([['pc.fieldkit', 'AAH/']]);
  expect(told).toEqual([['opened.arrived', true]]);
});

it('gives what was opened once', async () => {
  const { opened } = set();
  expect(await opened.take()).toBeNull();
  opened.open(join(folder, 'missing.fieldkit'));
  expect(await opened.take()).toEqual({ ok: false, code: 'cannot-open' });
  expect(await opened.take()).toBeNull();
});

it('refuses a folder and a file that is too large, unread', async () => {
  const { opened, given } = set();
  const directory = join(folder, 'folder.fieldkit');
  mkdirSync(directory);
  opened.open(directory);
  expect(await opened.take()).toEqual({ ok: false, code: 'not-a-capture' });
  const large = join(folder, 'large.fieldkit');
  writeFileSync(large, '');
  truncateSync(large, 49 * 1024 * 1024);
  opened.open(large);
  expect(await opened.take()).toEqual({ ok: false, code: 'too-large' });
  expect(given).toEqual([]);
});
