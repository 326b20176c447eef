import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../ipc/log';
import { mask } from './mask';

const mostBytes = 1024 * 1024;
const mostOfALine = 16 * 1024;
const kept = 3;

interface Clock {
  now(): Date;
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

const rotate = (file: string): void => {
  for (let age = kept - 1; age > 0; age -= 1) {
    const older = age === 1 ? file : `${file}.${String(age - 1)}`;
    if (sizeOf(older) > 0) renameSync(older, `${file}.${String(age)}`);
  }
};

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' | ');

/**
 * Lines a person can read, under the user's data. Written at once and without waiting, because the
 * line that matters most is the one before the end.
 */
export const createLog = (folder: string, clock: Clock = { now: () => new Date() }): Log => {
  const file = join(folder, 'fieldkit.log');
  return (level, what, detail = {}) => {
    const details = Object.entries(detail).map(([name, value]) => ` ${name}=${String(value)}`);
    const line = mask(oneLine(`${what}${details.join('')}`).slice(0, mostOfALine));
    try {
      mkdirSync(folder, { recursive: true });
      if (sizeOf(file) >= mostBytes) rotate(file);
      appendFileSync(file, `${clock.now().toISOString()} ${level} ${line}\n`, { mode: 0o600 });
    } catch {
      // A full or read-only disk must not stop the diagnosis; there is no other place to say so.
    }
  };
};
