import { net, safeStorage } from 'electron';
import { openAuthority } from './links';
import { createVault, type FileVault } from './vault';

/** The window's way to the cloud: the system's proxy and certificates, its browser, and its encryption. */
export const cloudDoor = (
  vaultFile: string,
  handle: () => Buffer | null,
): {
  fetch: (url: string, init: { signal?: AbortSignal }) => Promise<Response>;
  openBrowser: (address: string) => Promise<boolean>;
  vault: FileVault | null;
  windowHandle: () => Buffer | null;
} => ({
  // A token goes to the address it was meant for and to no other, and no cookie goes along.
  fetch: (url, init) =>
    net.fetch(url, { ...init, redirect: 'error', credentials: 'omit', cache: 'no-store' }),
  openBrowser: openAuthority,
  vault: createVault(safeStorage, vaultFile),
  windowHandle: handle,
});
