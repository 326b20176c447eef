import type { Outcome } from '../preload/contract';
import type { Saved } from '../preload/contract-hand-over';
import { giveOutFolder, writeBeside } from './os/outbox';

/** Through a door without a dialog, a file goes where downloads go. */
export const saveToDownloads = async (name: string, bytes: Uint8Array): Promise<Outcome<Saved>> => {
  const written = await writeBeside(await giveOutFolder(), name, bytes);
  return written.ok
    ? { ok: true, value: { name, where: written.value } }
    : { ok: false, code: 'cannot-save', detail: written.code };
};
