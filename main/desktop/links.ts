import { shell } from 'electron';
import type { LinkId, Outcome } from '../../preload/contract';
import { linkAddress, plainHttps } from './link-table';

/** Opens the person’s own mail program; what it sends, and whether, is theirs. */
export const openMail = async (address: string): Promise<boolean> => {
  if (!address.startsWith('mailto:')) return false;
  return shell.openExternal(address).then(
    () => true,
    () => false,
  );
};

/** An address out of the organisation's file, checked once more at the last place it passes. */
export const openAddress = async (text: string): Promise<boolean> => {
  const address = plainHttps(text);
  if (address === null) return false;
  return shell.openExternal(address).then(
    () => true,
    () => false,
  );
};

/** The page names a link; the address is ours. The browser shows it, never a window of ours. */
export const openLink = async (id: LinkId): Promise<Outcome<true>> => {
  const address = linkAddress(id);
  const opened = address !== null && (await openAddress(address));
  return opened ? { ok: true, value: true } : { ok: false, code: 'cannot-open' };
};

/** The sign-in page, whose host the sign-in has held against its closed list; only main calls this. */
export const openAuthority = async (address: string): Promise<boolean> => {
  const plain = plainHttps(address);
  if (plain === null) return false;
  try {
    await shell.openExternal(plain);
    return true;
  } catch {
    return false;
  }
};
