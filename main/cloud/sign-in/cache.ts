import type { ICachePlugin } from '@azure/msal-node';

/** Where a door may keep an encrypted text. Null for what cannot be read: then a person signs in again. */
export interface Vault {
  read(): Promise<string | null>;
  write(text: string): Promise<void>;
  clear(): Promise<void>;
}

/** Written only when something changed; without a vault there is no plugin, and all stays in memory. */
export const cacheOver = (vault: Vault): ICachePlugin => ({
  beforeCacheAccess: async ({ tokenCache }) => {
    const kept = await vault.read();
    if (kept !== null) tokenCache.deserialize(kept);
  },
  afterCacheAccess: async ({ cacheHasChanged, tokenCache }) => {
    if (cacheHasChanged) await vault.write(tokenCache.serialize());
  },
});
