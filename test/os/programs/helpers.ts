import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Machine, Resolve } from '../../../main/os/machine';
import { createStart } from '../../../main/os/run';

export const posix: Machine = { platform: 'linux', arch: 'x64', env: {} };

/** Every tool becomes this little program: real processes, without any tool of Windows. */
export const running =
  (code: string): Resolve =>
  () => ({ file: process.execPath, args: ['-e', code] });

export const startCode = (code: string) => createStart(posix, running(code));

/** Counts a zombie as gone: it runs no more and only waits to be collected. */
export const isAlive = (pid: number): boolean => {
  try {
    return !/^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

export const until = async (holds: () => boolean, limitMs = 10_000): Promise<boolean> => {
  const end = Date.now() + limitMs;
  while (Date.now() < end) {
    if (holds()) return true;
    await sleep(20);
  }
  return holds();
};

export const pidIn = (path: string): number => Number(readFileSync(path, 'utf8'));
export const written = (path: string) => () => existsSync(path) && readFileSync(path).length > 0;
