import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVault, type Store } from '../../main/desktop/vault';

let folder = '';
const path = () => join(folder, 'sign-in.bin');
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldkit-vault-'));
});
afterEach(() => rm(folder, { recursive: true }));

const turned = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
const store = (more: Partial<Store> = {}): Store => ({
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: (): 'gnome_libsecret' => 'gnome_libsecret',
  encryptString: (text) => turned(Buffer.from(text)),
  decryptString: (bytes) => turned(bytes).toString(),
  ...more,
});

describe('what is kept of a sign-in', () => {
  it('comes back as it was, and is nowhere readable', async () => {
    const vault = createVault(store(), path(), 'win32');
    await vault?.write('a token');
    expect(await vault?.read()).toBe('a token');
    expect(await readdir(folder)).toEqual(['sign-in.bin']);
    expect(await readFile(path(), 'utf8')).not.toContain('token');
    await vault?.clear();
    expect(await vault?.read()).toBeNull();
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['no encryption', { isEncryptionAvailable: () => false }, 'win32'],
    [
      'a key that everybody knows',
      { getSelectedStorageBackend: (): 'basic_text' => 'basic_text' },
      'linux',
    ],
    [
      'a keyring that nobody knows',
      { getSelectedStorageBackend: (): 'unknown' => 'unknown' },
      'linux',
    ],
  ] as const)('is nothing with %s', (_what, more, platform) => {
    expect(createVault(store(more), path(), platform)).toBeNull();
  });

  it('is taken away where it cannot be read or written', async () => {
    const fails = () => {
      throw new Error('no');
    };
    await writeFile(path(), 'AAAA');
    expect(await createVault(store({ decryptString: fails }), path(), 'win32')?.read()).toBeNull();
    expect(await readdir(folder)).toEqual([]);
    await writeFile(path(), 'AAAA');
    await createVault(store({ encryptString: fails }), path(), 'win32')?.write('a');
    expect(await readdir(folder)).toEqual([]);
  });
});
