import { basename, dirname } from 'node:path';
import type { BrowserWindow, Clipboard, Dialog } from 'electron';
import type { Outcome } from '../../preload/contract';
import type { Saved } from '../../preload/contract-hand-over';
import { writeBeside } from '../os/outbox';

/** The person chooses the place in the system's own dialog; the page never learns or sends a path. */
export const saveByDialog =
  (dialog: Pick<Dialog, 'showSaveDialog'>, window: () => BrowserWindow | null) =>
  async (name: string, bytes: Uint8Array): Promise<Outcome<Saved>> => {
    const options = { defaultPath: name };
    const parent = window();
    const { canceled, filePath } = await (parent === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(parent, options));
    if (canceled || filePath === '') return { ok: true, value: { name, where: null } };
    const written = await writeBeside(dirname(filePath), basename(filePath), bytes);
    return written.ok
      ? { ok: true, value: { name: basename(written.value), where: written.value } }
      : { ok: false, code: 'cannot-save', detail: written.code };
  };

export const copyBy =
  (clipboard: Pick<Clipboard, 'writeText'>) =>
  async (text: string): Promise<boolean> => {
    await clipboard.writeText(text);
    return true;
  };
