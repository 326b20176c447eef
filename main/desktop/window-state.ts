import { readFileSync } from 'node:fs';
import type { BrowserWindow } from 'electron';
import type { Log } from '../ipc/log';
import { writeAtomically } from './atomic-write';
import { parseWindowPlace, type WindowPlace } from './window-place';

export const readWindowPlace = (file: string): WindowPlace | null => {
  try {
    return parseWindowPlace(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};

type Window = Pick<BrowserWindow, 'on' | 'getNormalBounds' | 'isMaximized'>;

/** Kept when the window closes: a person's last choice, not every step on the way to it. */
export const keepWindowPlace = (window: Window, file: string, log: Log): void => {
  window.on('close', () => {
    const place: WindowPlace = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      writeAtomically(file, JSON.stringify(place));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      log('warn', 'window place not kept', { code });
    }
  });
};
