import { shell } from 'electron';
import type { LinkId, Outcome } from '../../preload/contract';
import { linkAddress } from './link-table';

/** The page names a link; the address is ours. The browser shows it, never a window of ours. */
export const openLink = async (id: LinkId): Promise<Outcome<true>> => {
  const address = linkAddress(id);
  if (address === null) return { ok: false, code: 'cannot-open' };
  try {
    await shell.openExternal(address);
    return { ok: true, value: true };
  } catch {
    return { ok: false, code: 'cannot-open' };
  }
};
