import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { giveOutFolder, writeBeside } from '../../main/os/outbox';
import { scratch } from './capture/helpers';

const at = scratch();
const bytes = new TextEncoder().encode('report');

it('writes where downloads go, and where there is no such folder into the next best', async () => {
  const home = at('home');
  mkdirSync(home);
  expect(await giveOutFolder(home)).toBe(home);
  mkdirSync(join(home, 'Documents'));
  expect(await giveOutFolder(home)).toBe(join(home, 'Documents'));
  mkdirSync(join(home, 'Downloads'));
  expect(await giveOutFolder(home)).toBe(join(home, 'Downloads'));
});

it('never writes over what is there', async () => {
  const folder = at('full');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.txt'), 'of the person');
  expect(await writeBeside(folder, 'a.txt', bytes)).toEqual({
    ok: true,
    value: join(folder, 'a-2.txt'),
  });
  expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('of the person');
  expect(readFileSync(join(folder, 'a-2.txt'), 'utf8')).toBe('report');
});

it('names what is wrong with the place, and leaves nothing behind', async () => {
  expect(await writeBeside(at('nowhere'), 'a.txt', bytes)).toMatchObject({
    ok: false,
    code: 'folder-missing',
  });
  const folder = at('closed');
  mkdirSync(folder);
  chmodSync(folder, 0o500);
  if (process.getuid?.() !== 0)
    expect(await writeBeside(folder, 'a.txt', bytes)).toMatchObject({ ok: false, code: 'denied' });
  expect(readdirSync(folder)).toEqual([]);
});
