import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyBy, saveByDialog } from '../../main/desktop/give-out';
import { scratch } from '../os/capture/helpers';

const at = scratch();
const bytes = new TextEncoder().encode('report');
const answering = (answer: { canceled: boolean; filePath: string }) => ({
  showSaveDialog: () => Promise.resolve(answer),
});

it('writes where the person said', async () => {
  const folder = at('chosen');
  mkdirSync(folder);
  const filePath = join(folder, 'mine.html');
  const save = saveByDialog(answering({ canceled: false, filePath }), () => null);
  expect(await save('fieldkit.html', bytes)).toEqual({
    ok: true,
    value: { name: 'mine.html', where: filePath },
  });
  expect(readFileSync(filePath, 'utf8')).toBe('report');
});

it('writes nothing when they changed their mind', async () => {
  const save = saveByDialog(answering({ canceled: true, filePath: '' }), () => null);
  expect(await save('a.html', bytes)).toEqual({ ok: true, value: { name: 'a.html', where: null } });
});

it('says why it could not', async () => {
  const filePath = join(at('missing'), 'a.html');
  const save = saveByDialog(answering({ canceled: false, filePath }), () => null);
  expect(await save('a.html', bytes)).toEqual({
    ok: false,
    code: 'cannot-save',
    detail: 'folder-missing',
  });
});

it('puts a text on the clipboard of the system', async () => {
  const copied: string[] = [];
  const copy = copyBy({
    writeText: (text: string) => {
      copied.push(text);
      return Promise.resolve();
    },
  });
  expect(await copy('ticket')).toBe(true);
  expect(copied).toEqual(['ticket']);
});
