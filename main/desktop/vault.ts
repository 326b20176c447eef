import { readFile, rm } from 'node:fs/promises';
import type { SafeStorage } from 'electron';
import { writeAtomically } from './atomic-write';

/** The part of the system's store that is needed here, so that a test can be the system. */
export type Store = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> &
  Partial<Pick<SafeStorage, 'getSelectedStorageBackend'>>;

export interface FileVault {
  read(): Promise<string | null>;
  write(text: string): Promise<void>;
  clear(): Promise<void>;
}

/** On Linux there may be no key at all: then the text would only look encrypted. */
const isReal = (store: Store, platform: NodeJS.Platform): boolean => {
  if (!store.isEncryptionAvailable()) return false;
  if (platform !== 'linux') return true;
  const backend = store.getSelectedStorageBackend?.() ?? 'unknown';
  return backend !== 'basic_text' && backend !== 'unknown';
};

/**
 * A sign-in kept by the system's own encryption for this user. Null where that is not real: then nothing is
 * written at all. What cannot be read or written is taken away, and a person signs in again.
 */
export const createVault = (
  store: Store,
  path: string,
  platform: NodeJS.Platform = process.platform,
): FileVault | null => {
  if (!isReal(store, platform)) return null;
  const clear = () => rm(path, { force: true });
  return {
    clear,
    read: async () => {
      const kept = await readFile(path, 'utf8').catch(() => null);
      if (kept === null) return null;
      try {
        return store.decryptString(Buffer.from(kept, 'base64'));
      } catch {
        await clear();
        return null;
      }
    },
    write: async (text) => {
      try {
        writeAtomically(path, store.encryptString(text).toString('base64'));
      } catch {
        await clear();
      }
    },
  };
};
