import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { InspectionView, Outcome } from '../../preload/contract';
import { limits } from '../../preload/wire';
import type { House, Tell } from '../house';

/** The same limit that holds for a file dropped on the page, which arrives as base64. */
const mostBytes = (limits.base64Chars / 4) * 3;

type Opened = Outcome<InspectionView>;

const read = async (path: string, readFile: House['read.file']): Promise<Opened> => {
  const file = await open(path, 'r');
  try {
    const about = await file.stat();
    if (!about.isFile()) return { ok: false, code: 'not-a-capture' };
    if (about.size > mostBytes) return { ok: false, code: 'too-large' };
    const bytes = await file.readFile();
    return await readFile(basename(path), bytes.toString('base64'));
  } finally {
    await file.close();
  }
};

/** A double-clicked capture: main reads it, the page is told that there is something and asks for it. */
export const openedCaptures = (readFile: House['read.file'], tell: Tell) => {
  let waiting: Promise<Opened> | null = null;
  return {
    open(path: string): void {
      waiting = read(path, readFile).catch((): Opened => ({ ok: false, code: 'cannot-open' }));
      tell('opened.arrived', true);
    },
    async take(): Promise<Opened | null> {
      const given = waiting;
      waiting = null;
      return given;
    },
  };
};
