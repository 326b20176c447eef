import { open, type FileHandle } from 'node:fs/promises';
import { failed, ok, unavailable } from '../core/reading';
import { systemRoot, variable, type Machine } from './machine';
import type { RawReading } from './port';
import { readAll } from './read-all';

/** The only variables a path may start with; nothing else in it is expanded. */
const places = ['SystemRoot', 'SystemDrive', 'ProgramData', 'LOCALAPPDATA', 'USERPROFILE'] as const;

const part = '[^\\\\/:*?"<>|%]+';
const drivePath = new RegExp(`^[A-Za-z]:(\\\\${part})+$`);
const climbs = (path: string) => path.split('\\').some((piece) => /^[. ]+$/.test(piece));

const valueOf = (machine: Machine, place: string): string | null => {
  if (place === 'SystemRoot') return systemRoot(machine);
  return variable(machine, place)?.replace(/\\+$/, '') ?? null;
};

/** An absolute path on a local drive without wildcards, variables or climbing. */
export const isPlainPath = (path: string): boolean => drivePath.test(path) && !climbs(path);

/** The absolute path on a local drive, or null: no share, no device, no climbing, no other variable. */
export const expandPath = (machine: Machine, path: string): string | null => {
  const [, place, rest] = /^%([A-Za-z]+)%(\\.*)$/.exec(path) ?? [];
  const known = places.find((name) => name.toLowerCase() === place?.toLowerCase());
  if (place !== undefined && known === undefined) return null;
  const start = known === undefined ? '' : valueOf(machine, known);
  if (start === null) return null;
  const whole = known === undefined ? path : `${start}${rest ?? ''}`;
  return isPlainPath(whole) ? whole : null;
};

const readErrors: Record<string, RawReading> = {
  ENOENT: unavailable('absent', 'ENOENT'),
  ENOTDIR: unavailable('absent', 'ENOTDIR'),
  EACCES: unavailable('denied', 'EACCES'),
  EPERM: unavailable('denied', 'EPERM'),
  // Another program holds it open without sharing.
  EBUSY: unavailable('denied', 'EBUSY'),
};

const fromError = (error: unknown): RawReading => {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  return Object.hasOwn(readErrors, code)
    ? (readErrors[code] as RawReading)
    : failed('crashed', code);
};

const readHandle = async (handle: FileHandle, maxBytes: number, began: number) => {
  const found = await handle.stat();
  if (!found.isFile()) return unavailable('absent', 'not a file');
  const bytes = await readAll(handle, found.size, maxBytes);
  if (bytes === null) return failed('too-large');
  const ms = Math.round(performance.now() - began);
  return ok({ bytes, exitCode: null, ms });
};

/** A file on a dead drive can keep the system call for minutes; nobody can kill that, only stop waiting. */
const withLimit = (work: Promise<RawReading>, limitMs: number, signal?: AbortSignal) =>
  new Promise<RawReading>((resolve) => {
    const onAbort = (): void => resolve(failed('cancelled'));
    const timer = setTimeout(() => resolve(failed('timed-out')), limitMs);
    signal?.addEventListener('abort', onAbort, { once: true });
    void work.then(resolve).finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    });
  });

const readWhole = async (path: string, maxBytes: number): Promise<RawReading> => {
  const began = performance.now();
  try {
    const handle = await open(path, 'r');
    try {
      return await readHandle(handle, maxBytes, began);
    } finally {
      await handle.close();
    }
  } catch (error) {
    return fromError(error);
  }
};

/** Raw bytes of one file, within a limit of size and of time. */
export const readFileBytes = (
  path: string,
  limits: { maxBytes: number; limitMs: number },
  signal?: AbortSignal,
): Promise<RawReading> => withLimit(readWhole(path, limits.maxBytes), limits.limitMs, signal);
